package com.example.orderflow.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Whether this machine can build and run the platform. */
final class MachineChecks {
  private static final long MB = 1_000_000;

  /** The platform needs 0.9 GB when idle; the functions, a build and the page cache come on top. */
  private static final long ENOUGH_MEMORY = 2_000 * MB;

  /** Programs, PostgreSQL's files and Kafka's log of some 100,000 orders. */
  private static final long ENOUGH_DISK = 2_000 * MB;

  private MachineChecks() {}

  static Finding jdk() {
    Runtime.Version version = Runtime.version();
    String home = System.getProperty("java.home");
    return version.feature() >= 21
        ? Finding.good("JDK", version + " in " + home)
        : Finding.bad("JDK", version + " in " + home, "install a JDK 21 or newer, set JAVA_HOME");
  }

  static Finding maven() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "mvn"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(found -> Finding.good("Maven", found.toString()))
        .orElseGet(
            () ->
                Finding.bad(
                    "Maven",
                    "no mvn in PATH",
                    "install Maven 3.8.7 or newer; needed to build and to test"));
  }

  static Finding memory() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long total = system.getTotalMemorySize();
    String found = "%,d MB, %d processors".formatted(total / MB, system.getAvailableProcessors());
    return total >= ENOUGH_MEMORY
        ? Finding.good("memory", found)
        : Finding.bad("memory", found, "%,d MB are needed".formatted(ENOUGH_MEMORY / MB));
  }

  static Finding disk(Path data) {
    Path existing = data;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      String found = "%,d MB free for %s".formatted(free / MB, data);
      return free >= ENOUGH_DISK
          ? Finding.good("disk", found)
          : Finding.bad(
              "disk",
              found,
              "make room for %,d MB, or name another folder by --data".formatted(ENOUGH_DISK / MB));
    } catch (IOException e) {
      return Finding.bad("disk", "cannot look at " + existing + ": " + e, "check its permissions");
    }
  }

  static Finding loopback() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Finding.good("ports", "loopback has free ones, such as " + socket.getLocalPort());
    } catch (IOException e) {
      return Finding.bad(
          "ports", "cannot listen on loopback: " + e.getMessage(), "check firewall and limits");
    }
  }
}
