package com.example.orderflow.wiringcheck.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds out what a path holds, and reads the objects that would be deployed from it. */
public final class ManifestSource {
  private ManifestSource() {}

  /**
   * Reads a chart, a folder with a {@code kustomization.yaml}, any other folder, or a file.
   *
   * @param values of a chart, the last one wins
   */
  public static Manifests read(Path path, List<Path> values) {
    if (Files.isRegularFile(path.resolve("Chart.yaml"))) {
      return Chart.render(path, values);
    }
    if (Files.isRegularFile(path.resolve(Kustomization.FILE))) {
      return Kustomization.read(path);
    }
    if (Files.isDirectory(path)) {
      return folder(path);
    }
    if (Files.isRegularFile(path)) {
      return Manifests.of(YamlDocuments.in(path));
    }
    throw new ManifestException(
        "%s: no such file or folder; name a chart, a folder with manifests, or a file, such as infra/knative/overlays/kafka"
            .formatted(path));
  }

  /** Reads documents that came from elsewhere, such as standard input. */
  public static Manifests read(String from, String text) {
    return Manifests.of(YamlDocuments.in(from, text));
  }

  private static Manifests folder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Node> documents =
          files
              .filter(file -> file.toString().matches(".*\\.ya?ml"))
              .sorted()
              .flatMap(file -> YamlDocuments.in(file).stream())
              .toList();
      if (documents.isEmpty()) {
        throw new ManifestException("%s: no YAML file in this folder".formatted(folder));
      }
      return Manifests.of(documents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
