package com.example.orderflow.loadtester.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What a run runs on. */
public final class MachineFacts {
  private static final long MB = 1_000_000;

  private MachineFacts() {}

  /**
   * As it is now.
   *
   * @param version of what is tested
   */
  public static LoadReport.Machine now(String version) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new LoadReport.Machine(
        "%s %s %s".formatted(system.getName(), system.getVersion(), system.getArch()),
        system.getAvailableProcessors(),
        system.getTotalMemorySize() / MB,
        "%s %s".formatted(System.getProperty("java.vm.name"), Runtime.version()),
        Math.round(system.getSystemLoadAverage() * 100) / 100.0,
        version);
  }
}
