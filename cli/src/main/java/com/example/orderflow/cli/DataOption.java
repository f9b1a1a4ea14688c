package com.example.orderflow.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data}: which platform on this machine is meant. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder with all state of the platform, kept between runs (default: $ORDERFLOW_DATA, or .orderflow beside the launcher).")
  private Path folder;

  /**
   * @throws IllegalArgumentException when it is, or is in, what is no folder
   */
  Path folder() {
    Path chosen = chosen().toAbsolutePath().normalize();
    Path there = chosen;
    while (Files.notExists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw new IllegalArgumentException(
          "%s is no folder; name one by --data or ORDERFLOW_DATA".formatted(there));
    }
    return chosen;
  }

  private Path chosen() {
    if (folder != null) {
      return folder;
    }
    String fromEnvironment = System.getenv("ORDERFLOW_DATA");
    return fromEnvironment == null || fromEnvironment.isBlank()
        ? home().resolve(".orderflow")
        : Path.of(fromEnvironment);
  }

  /** The checkout: manifests, samples and built programs are found from here. */
  static Path home() {
    return Path.of(System.getProperty("orderflow.home", ".")).toAbsolutePath().normalize();
  }
}
