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
   * @param inFlight requests that an instance works on
   * @param queued requests that wait for an instance
   * @param starts processes started so far
   * @param trouble why it does not come up; empty when it does
   */
  public record Service(
      String name, int instances, int inFlight, int queued, long starts, String trouble) {}

  /** The sum over all processes, in bytes. */
  public long memoryBytes() {
    return processes.stream().mapToLong(RunningProcess::memoryBytes).filter(b -> b > 0).sum();
  }
}
