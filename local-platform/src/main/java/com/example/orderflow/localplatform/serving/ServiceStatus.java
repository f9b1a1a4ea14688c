package com.example.orderflow.localplatform.serving;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A Service at one moment.
 *
 * @param starting instances that do not answer yet
 * @param waiting requests that wait for an instance
 * @param starts instances started since the platform started
 * @param lastStart how long the last start took until the instance was ready
 */
public record ServiceStatus(
    String name,
    int port,
    State state,
    List<InstanceStatus> instances,
    int starting,
    int waiting,
    int starts,
    Optional<Duration> lastStart) {

  /** Nothing of it runs but what always does, and nothing waits for more. */
  boolean isAtRest(Scaling scaling) {
    return instances.size() <= scaling.minScale() && starting == 0 && waiting == 0;
  }

  /** What a Service is doing. */
  public enum State {
    ZERO,
    STARTING,
    READY,
    CRASH_LOOP
  }

  /**
   * One instance.
   *
   * @param draining whether it only finishes what it has begun
   */
  public record InstanceStatus(long pid, int port, int inFlight, boolean draining) {}
}
