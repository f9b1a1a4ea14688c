package com.example.orderflow.localplatform.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What is deployed, and a copy of it that a test may spoil. */
abstract class DeployedManifests {
  static final Path DEPLOYED = Path.of("../infra/knative/base");

  @TempDir Path folder;

  @BeforeEach
  void copyTheDeployedManifests() throws IOException {
    try (Stream<Path> files = Files.list(DEPLOYED)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  void replace(String file, String old, String by) {
    try {
      Path path = folder.resolve(file);
      String text = Files.readString(path);
      assertThat(text).contains(old);
      Files.writeString(path, text.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(by)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
