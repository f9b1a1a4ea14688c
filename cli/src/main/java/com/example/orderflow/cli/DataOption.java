package com.example.orderflow.cli;

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

  Path folder() {
    if (folder != null) {
      return folder.toAbsolutePath().normalize();
    }
    String fromEnvironment = System.getenv("ORDERFLOW_DATA");
    return fromEnvironment == null || fromEnvironment.isBlank()
        ? home().resolve(".orderflow")
        : Path.of(fromEnvironment).toAbsolutePath().normalize();
  }

  /** The checkout: manifests, samples and built programs are found from here. */
  static Path home() {
    return Path.of(System.getProperty("orderflow.home", ".")).toAbsolutePath().normalize();
  }
}
