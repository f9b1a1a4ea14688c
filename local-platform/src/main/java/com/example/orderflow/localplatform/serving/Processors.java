package com.example.orderflow.localplatform.serving;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;

/** Whether all processors of this machine are busy. */
final class Processors implements BooleanSupplier {
  /** Less than a tenth of the machine is no room for another JVM to start in. */
  private static final double BUSY = 0.9;

  private static final long LOOK_EVERY_NANOS = 500_000_000;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;
  private boolean busy;

  /** The load since the last look; asked more often, the answer is the last one. */
  @Override
  public synchronized boolean getAsBoolean() {
    long now = System.nanoTime();
    if (now - lookedAt >= LOOK_EVERY_NANOS) {
      lookedAt = now;
      busy = system.getCpuLoad() > BUSY;
    }
    return busy;
  }
}
