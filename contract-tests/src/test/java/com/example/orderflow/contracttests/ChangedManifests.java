package com.example.orderflow.contracttests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The manifests with something changed, as an overlay would do it. */
final class ChangedManifests {

  private ChangedManifests() {}

  /** Writes all manifests to a folder, each as the change leaves it. */
  static void write(Path folder, UnaryOperator<String> change) throws IOException {
    try (Stream<Path> files = Files.list(Checkout.MANIFESTS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(folder.resolve(file.getFileName()), change.apply(Files.readString(file)));
      }
    }
  }
}
