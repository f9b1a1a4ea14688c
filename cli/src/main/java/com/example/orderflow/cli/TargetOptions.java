package com.example.orderflow.cli;

import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which platform is meant: one on this machine, or a deployed one. */
final class TargetOptions {
  @Mixin private DataOption data;

  @ArgGroup private Deployed deployed;

  /** At most one of these. */
  private static final class Deployed {
    @ArgGroup(exclusive = false)
    private InCluster cluster;

    @ArgGroup(exclusive = false)
    private At at;
  }

  /** A platform that the API server leads to. */
  private static final class InCluster {
    @Option(
        names = "--cluster",
        required = true,
        description = "The platform in the cluster of the kubeconfig's current context.")
    private boolean wanted;

    @Option(
        names = "--namespace",
        defaultValue = "orderflow",
        description = "With --cluster: where it is deployed (default: ${DEFAULT-VALUE}).")
    private String namespace;
  }

  /** A platform by its addresses. */
  private static final class At {
    @Option(
        names = "--api",
        converter = ServiceAddress.class,
        required = true,
        paramLabel = "URL",
        description = "The platform whose order service answers there.")
    private URI api;

    @Option(
        names = "--sandbox",
        converter = ServiceAddress.class,
        paramLabel = "URL",
        description = "With --api: where its sandbox answers, the witness of charges.")
    private URI sandbox;
  }

  boolean isDeployed() {
    return deployed != null;
  }

  /** Of a platform on this machine. */
  Path folder() {
    return data.folder();
  }

  /** The platform; one on this machine is started when none runs. */
  Target orStart(Console console) {
    return isDeployed() ? open() : new LocalTarget(PlatformSession.open(data.folder(), console));
  }

  /**
   * @throws IllegalStateException when it does not run; says how to start it
   */
  Target running() {
    if (isDeployed()) {
      return open();
    }
    RunningPlatform.on(data.folder());
    return new LocalTarget(PlatformSession.running(data.folder()));
  }

  private Target open() {
    return deployed.at == null
        ? ClusterTarget.open(deployed.cluster.namespace)
        : new AddressTarget(deployed.at.api, deployed.at.sandbox);
  }
}
