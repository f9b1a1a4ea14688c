package com.example.orderflow.localplatform;

import com.example.orderflow.localplatform.process.StartupCache;
import java.nio.file.Path;

/**
 * What a platform is started with.
 *
 * @param home the checkout: {@code infra/} with the manifests, and the built programs
 * @param data where all state is kept between runs
 * @param port where the platform listens for events; 0 means the one of the last run, or a free one
 * @param manifests what is interpreted: a folder that {@code kubectl apply -k} takes
 * @param argoManifests the same for Argo: the WorkflowTemplate, and who may do what
 * @param startupCache what the JVMs that it starts read, or train
 */
public record PlatformOptions(
    Path home, Path data, int port, Path manifests, Path argoManifests, StartupCache startupCache) {

  public PlatformOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: %d is not from 0 to 65535".formatted(port));
    }
  }

  /** With the manifests and the startup cache of the checkout. */
  public PlatformOptions(Path home, Path data, int port) {
    this(
        home,
        data,
        port,
        home.resolve("infra/knative/base"),
        home.resolve("infra/argo"),
        StartupCache.in(home, StartupCache.Use.READ));
  }

  public PlatformOptions withManifests(Path others) {
    return new PlatformOptions(home, data, port, others, argoManifests, startupCache);
  }

  public PlatformOptions withArgoManifests(Path others) {
    return new PlatformOptions(home, data, port, manifests, others, startupCache);
  }

  /** Every JVM writes what it learnt when it ends. */
  public PlatformOptions training() {
    return new PlatformOptions(
        home, data, port, manifests, argoManifests, StartupCache.in(home, StartupCache.Use.TRAIN));
  }

  /** SQL migrations of the platform's own Argo; a cluster's has its own store. */
  public Path argoMigrations() {
    return home.resolve("local-platform/database/argo");
  }

  /** SQL migrations, a folder per application. */
  public Path migrations() {
    return home.resolve("infra/database");
  }
}
