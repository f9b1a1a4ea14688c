package com.example.orderflow.localplatform.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a JVM learnt of its classes in one run, and reads in the next to start faster.
 *
 * <pre>
 *   ./orderflow, after a build ─► demo, to TRAIN ─► target/startup-cache/JDK/PROGRAM
 *   any other run ─────────────────── to READ ◄─────────────┘
 * </pre>
 *
 * From JDK 25 on an AOT cache of loaded and linked classes (JEP 514), before it an archive of
 * parsed ones (JEP 350). The JVM checks that it fits class path and version, and goes on without
 * where it does not; so the folder is named after the JDK, and emptied by each build.
 *
 * @param folder a file for each program
 */
public record StartupCache(Path folder, Use use) {
  private static final boolean AOT = Runtime.version().feature() >= 25;

  /** Lets a JVM fail that cannot read it. */
  static final String INSIST = AOT ? "-XX:AOTMode=on" : "-Xshare:on";

  public enum Use {
    READ,
    /** Written when the JVM ends, which takes it some seconds. */
    TRAIN
  }

  /** The one of a checkout, for the JDK that runs now. */
  public static StartupCache in(Path home, Use use) {
    String jdk =
        Runtime.version().version().stream().map(Object::toString).collect(Collectors.joining("."));
    return new StartupCache(home.resolve("target/startup-cache").resolve(jdk), use);
  }

  /**
   * The options of a JVM that runs this program.
   *
   * @param program the name of its file, which only one process at a time may train
   */
  public List<String> options(String program) {
    return use == Use.TRAIN ? train(file(program)) : read(program);
  }

  /** The options of a JVM that has nothing to add to it. */
  public List<String> read(String program) {
    Path file = file(program);
    // The JVM warns about each class that is not in it, which is no news to a reader of the log.
    return Files.exists(file)
        ? List.of(
            (AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file,
            // At the address that it was made for no pointer in it has to be corrected: no CPU
            // time for that, and 18 MB stay pages of the file, which instances share.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-Xlog:disable")
        : List.of();
  }

  private static List<String> train(Path file) {
    return List.of(
        (AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file, "-Xlog:disable");
  }

  private Path file(String program) {
    return folder.resolve(program);
  }
}
