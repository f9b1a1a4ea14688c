package com.example.orderflow.localplatform;

import java.util.List;

/**
 * What {@code GET /platform/status} answers.
 *
 * @param processes everything that runs, the platform itself first
 * @param services the Knative Services and how they are scaled
 */
public record PlatformStatus(List<RunningProcess> processes, List<Service> services) {

  public PlatformStatus {
    processes = List.copyOf(processes);
    services = List.copyOf(services);
  }

  /**
   * A process of the platform.
   *
   * @param memoryBytes shared pages counted by share (PSS), descendants included; -1 where the
   *     system does not tell
   */
  public record RunningProcess(String name, long pid, long memoryBytes) {}

  /**
   * A Knative Service.
   *
   * @param state ZERO, STARTING, READY or CRASH_LOOP
   * @param inFlight requests that an instance works on
   * @param waiting requests that wait for an instance
   * @param starts processes started since the platform started
   */
  public record Service(
      String name, String state, int instances, int inFlight, int waiting, int starts) {}

  /** The sum over all processes, in bytes. */
  public long memoryBytes() {
    return processes.stream().mapToLong(RunningProcess::memoryBytes).filter(b -> b > 0).sum();
  }
}
