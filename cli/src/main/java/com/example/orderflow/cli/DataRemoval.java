package com.example.orderflow.cli;

import com.example.orderflow.localplatform.DataFolder;
import com.example.orderflow.localplatform.LocalPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Removes a data folder, with whatever a killed platform left running on it. */
final class DataRemoval {

  private DataRemoval() {}

  /**
   * @throws IllegalStateException when a platform runs on it
   * @throws IllegalArgumentException when it is no data folder
   */
  static void remove(Path folder, Console console) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (isEmpty(folder)) {
      Files.delete(folder);
      return;
    }
    if (!Files.exists(folder.resolve("lock"))) {
      throw new IllegalArgumentException(
          "%s is no data folder of Orderflow (it has no file \"lock\"); remove it by hand"
              .formatted(folder));
    }
    try (DataFolder claimed = DataFolder.claim(folder)) {
      LocalPlatform.endLeftovers(claimed)
          .forEach(name -> console.note("ended %s, which a killed platform had left", name));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
