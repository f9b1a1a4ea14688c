package com.example.orderflow.localplatform;

import java.nio.file.Path;

/**
 * What a platform is started with.
 *
 * @param home the checkout: {@code infra/} with the manifests, and the built programs
 * @param data where all state is kept between runs
 * @param port where the platform listens for events; 0 means the one of the last run, or a free one
 */
public record PlatformOptions(Path home, Path data, int port) {

  public PlatformOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: %d is not from 0 to 65535".formatted(port));
    }
  }

  /** The manifests that are interpreted: the same that {@code kubectl apply -k} takes. */
  public Path manifests() {
    return home.resolve("infra/knative/base");
  }

  /** SQL migrations, a folder per application. */
  public Path migrations() {
    return home.resolve("infra/database");
  }
}
