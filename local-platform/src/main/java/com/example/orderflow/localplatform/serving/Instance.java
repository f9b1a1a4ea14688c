package com.example.orderflow.localplatform.serving;

import com.example.orderflow.localplatform.process.ChildProcess;
import java.time.Duration;
import java.time.Instant;

/** One running program of a Service, and how many requests it has. */
final class Instance {
  /**
   * As a pod's by default. What it had to finish is finished before it is asked to end, but a JVM
   * that trains its startup cache writes it then, while others do the same.
   */
  private static final Duration STOP_GRACE = Duration.ofSeconds(30);

  private final ChildProcess process;
  private final int slot;
  private final int port;
  private final Instant readySince;
  private final int limit;
  private int inFlight;
  private boolean draining;
  private boolean broken;

  /**
   * @param slot its number among the instances of its Service
   * @param limit requests at a time
   */
  Instance(ChildProcess process, int slot, int port, Instant readySince, int limit) {
    this.process = process;
    this.slot = slot;
    this.port = port;
    this.readySince = readySince;
    this.limit = limit;
  }

  ChildProcess process() {
    return process;
  }

  int slot() {
    return slot;
  }

  int port() {
    return port;
  }

  int inFlight() {
    return inFlight;
  }

  boolean hasRoom() {
    return !draining && !broken && inFlight < limit;
  }

  void take() {
    inFlight++;
  }

  /** Gives the place of a request back, and ends the process if it was the last of a drain. */
  void release() {
    inFlight--;
    stopWhenDrained();
  }

  /** It took no connection: whatever its process still does, it serves nobody. */
  void breakOff() {
    broken = true;
    process.kill();
  }

  /** Takes no more requests, finishes those that it has, and ends. */
  void drain() {
    draining = true;
    stopWhenDrained();
  }

  void stop() {
    process.stop(STOP_GRACE);
  }

  boolean isDraining() {
    return draining;
  }

  Duration ranUntil(Instant now) {
    return Duration.between(readySince, now);
  }

  private void stopWhenDrained() {
    if (draining && inFlight == 0) {
      stop();
    }
  }
}
