package com.example.orderflow.localplatform.process;

import java.nio.file.Path;

/** How child JVMs are started. */
public final class JavaProgram {
  /** The JVM that runs us: the one place where nobody needs to look for another. */
  public static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private JavaProgram() {}
}
