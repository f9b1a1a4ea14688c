package com.example.orderflow.localplatform;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.function.UnaryOperator;

/** Values that outlive a run of the platform, in a file that only its owner reads. */
public final class KeptValues {
  private final Path file;
  private final Properties values = new Properties();

  KeptValues(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * The value of a key, after {@code next} has seen the one of the last run (null the first time).
   */
  public synchronized String get(String key, UnaryOperator<String> next) {
    String last = values.getProperty(key);
    String value = next.apply(last);
    if (!value.equals(last)) {
      values.setProperty(key, value);
      save();
    }
    return value;
  }

  private void save() {
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (Writer writer = Files.newBufferedWriter(file)) {
        values.store(writer, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
