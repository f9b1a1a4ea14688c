package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.eventing.EventingSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a folder of manifests deploys, as the local platform runs it. */
public record Manifests(
    String namespace,
    EventingSpec eventing,
    List<ServiceManifest> services,
    List<DeploymentManifest> deployments) {

  public Manifests {
    services = List.copyOf(services);
    deployments = List.copyOf(deployments);
  }

  /**
   * Reads the resources of a {@code kustomization.yaml}.
   *
   * @throws ManifestException for whatever is not interpreted, with file, line and field
   */
  public static Manifests read(Path folder) {
    Kustomization kustomization = Kustomization.read(folder);
    ManifestPass pass = new ManifestPass(kustomization.namespace());
    kustomization.resources().stream()
        .flatMap(file -> ManifestNode.documents(file).stream())
        .forEach(pass::document);
    return pass.finish();
  }

  /** Everything that has an address of its own: Knative Services and Deployments. */
  public Set<String> serviceNames() {
    return Stream.concat(
            services.stream().map(service -> service.spec().name()),
            deployments.stream().map(DeploymentManifest::name))
        .collect(Collectors.toSet());
  }
}
