package com.example.orderflow.wiringcheck;

import com.example.orderflow.wiringcheck.manifest.ManifestSource;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What this repository deploys. */
final class Checkout {
  static final Path INFRA = Path.of("../infra");
  static final Path CHART = INFRA.resolve("helm/orderflow");
  static final Path KAFKA = INFRA.resolve("knative/overlays/kafka");
  static final Path ARGO = INFRA.resolve("argo");

  private static final Map<Path, Manifests> RENDERED = new ConcurrentHashMap<>();

  private Checkout() {}

  /** What kubectl deploys: the overlay for Kafka, and what the wiring argo needs. */
  static Manifests plain() {
    return read(KAFKA).and(read(ARGO));
  }

  static Manifests read(Path folder) {
    return ManifestSource.read(folder, List.of());
  }

  /** The chart with these values, rendered once for all tests. */
  static Manifests chart(Path values) {
    return RENDERED.computeIfAbsent(values, file -> ManifestSource.read(CHART, List.of(file)));
  }

  static Manifests chart() {
    return chart(CHART.resolve("ci/01-default-values.yaml"));
  }

  /** The numbered values that the chart is tried with. */
  static Stream<Path> ciValues() {
    try (Stream<Path> files = Files.list(CHART.resolve("ci"))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
