package com.example.orderflow.localplatform.process;

import java.nio.file.Path;
import java.util.List;

/** How child JVMs are started. */
public final class JavaProgram {
  /** The JVM that runs us: the one place where nobody needs to look for another. */
  public static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private JavaProgram() {}

  /**
   * Options that keep parsed classes from run to run. The JVM writes the archive itself when it
   * stops, checks that it fits class path and version, and goes on without where it does not; it
   * warns about classes that it left out, which is no news to a reader of the program's log.
   */
  public static List<String> classArchive(Path file) {
    return List.of(
        "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file, "-Xlog:disable");
  }
}
