package com.example.orderflow.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Logs go to the data folder; the terminal is for results. */
final class Logs {
  /** Kept strongly, or java.util.logging forgets its level. */
  private static final Logger ROOT = Logger.getLogger("");

  /** Says at INFO what it was configured with, at WARN what the platform reports itself. */
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  private static final int MOST_BYTES = 10_000_000;

  private Logs() {}

  /** Nothing on the terminal. */
  static void off() {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
  }

  static void toFile(Path data) {
    off();
    try {
      Path folder = Files.createDirectories(data.resolve("logs"));
      System.setProperty(
          "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
      FileHandler file =
          new FileHandler(folder.resolve("platform.%g.log").toString(), MOST_BYTES, 2, true);
      file.setFormatter(new SimpleFormatter());
      ROOT.addHandler(file);
      ROOT.setLevel(Level.INFO);
      KAFKA.setLevel(Level.SEVERE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
