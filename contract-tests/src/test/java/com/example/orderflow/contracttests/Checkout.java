package com.example.orderflow.contracttests;

import java.nio.file.Path;

/** Where the project lies: manifests, samples and built programs. */
public final class Checkout {
  public static final Path HOME =
      Path.of(System.getProperty("orderflow.home", "..")).toAbsolutePath().normalize();

  public static final Path SAMPLES = HOME.resolve("samples");
  public static final Path MANIFESTS = HOME.resolve("infra/knative/base");
  public static final Path EVENTS = HOME.resolve("events/src/main/resources/events");

  private Checkout() {}
}
