package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.serving.ServiceSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code Deployment}, and the {@code Service} of Kubernetes that gives it an address. They
 * belong together here: one name, one replica, one port.
 */
final class DeploymentReader {
  private final Map<String, Map<String, String>> podLabels = new HashMap<>();

  DeploymentManifest deployment(ManifestNode document, String name) {
    ManifestNode spec = document.field("spec");
    spec.optional("replicas").ifPresent(replicas -> replicas.integer(1, 1));
    ManifestNode selector = spec.field("selector");
    ManifestNode matchLabels = selector.field("matchLabels");
    ManifestNode template = spec.field("template");
    selector.refuseTheRest();
    spec.refuseTheRest();
    ManifestNode metadata = template.field("metadata");
    Map<String, String> labels = metadata.field("labels").texts();
    metadata.refuseTheRest();
    ManifestNode pod = template.field("spec");
    template.refuseTheRest();
    pod.accept("terminationGracePeriodSeconds", "a program is given the time that it needs");
    requireSelected(matchLabels, labels);
    podLabels.put(name, labels);
    Container container = Container.of(pod);
    return new DeploymentManifest(
        name,
        container.image(),
        container.readinessPath().orElse(ServiceSpec.DEFAULT_READINESS_PATH),
        container.env());
  }

  /** Checks that the Service is the Deployment's. */
  void service(ManifestNode document, ManifestNode metadata, String name) {
    ManifestNode spec = document.field("spec");
    spec.optional("type").ifPresent(type -> type.expect("ClusterIP"));
    ManifestNode selector = spec.field("selector");
    Map<String, String> labels = podLabels.get(name);
    if (labels == null) {
      throw metadata.refuse(
          "name: there is no Deployment \"%s\"; a Service has the name of the one that it leads to"
              .formatted(name));
    }
    requireSelected(selector, labels);
    List<ManifestNode> ports = spec.field("ports").items();
    if (ports.size() != 1) {
      throw spec.refuse("ports: %d; one is interpreted".formatted(ports.size()));
    }
    ManifestNode port = ports.getFirst();
    port.accept("name", "there is one port");
    port.accept("targetPort", "the program is given a free port in PORT");
    port.expect("port", "80");
    port.refuseTheRest();
    spec.refuseTheRest();
  }

  private static void requireSelected(ManifestNode selector, Map<String, String> labels) {
    Map<String, String> wanted = selector.texts();
    if (wanted.isEmpty() || !labels.entrySet().containsAll(wanted.entrySet())) {
      throw selector.refuse("%s does not select pods with %s".formatted(wanted, labels));
    }
  }
}
