package com.example.orderflow.contracttests.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Secrets as folders with a file for each key. */
final class MountedSecrets implements AutoCloseable {
  private final List<Path> folders = new ArrayList<>();

  /** A new folder with these keys. */
  Path folder(Map<String, String> secret) {
    try {
      Path folder = Files.createTempDirectory("orderflow-secret");
      folders.add(folder);
      for (Map.Entry<String, String> entry : secret.entrySet()) {
        Files.writeString(folder.resolve(entry.getKey()), entry.getValue());
      }
      // Whichever user the image has reads it.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    folders.forEach(MountedSecrets::delete);
    folders.clear();
  }

  private static void delete(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
