package com.example.orderflow.localplatform.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How child JVMs are started. */
public final class JavaProgram {
  /** The JVM that runs us: the one place where nobody needs to look for another. */
  public static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private JavaProgram() {}

  /**
   * Options that keep parsed classes from run to run. The JVM writes the archive itself when it
   * first stops, checks that it fits class path and version, and goes on without where it does not.
   *
   * @param file for one program, which only one process at a time may write
   */
  public static List<String> keepClasses(Path file) {
    return Stream.concat(Stream.of("-XX:+AutoCreateSharedArchive"), useClasses(file).stream())
        .toList();
  }

  /**
   * Options that use such an archive if there is one. The JVM warns about classes that are not in
   * it, which is no news to a reader of the program's log.
   */
  public static List<String> useClasses(Path file) {
    return List.of("-XX:SharedArchiveFile=" + file, "-Xlog:disable");
  }
}
