package com.example.orderflow.contracttests;

import java.nio.file.Path;

/** Where the project lies: manifests, samples and built programs. */
final class Checkout {
  static final Path HOME =
      Path.of(System.getProperty("orderflow.home", "..")).toAbsolutePath().normalize();

  static final Path SAMPLES = HOME.resolve("samples");
  static final Path MANIFESTS = HOME.resolve("infra/knative/base");
  static final Path EVENTS = HOME.resolve("events/src/main/resources/events");

  private Checkout() {}
}
