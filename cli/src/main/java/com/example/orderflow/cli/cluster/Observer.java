package com.example.orderflow.cli.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the API server for what a diagnosis wants to know. */
public final class Observer {
  private static final int LOG_LINES = 40;

  private final KubernetesClient client;
  private final String namespace;
  private final List<Part> parts;
  private final Set<Kind> kinds;

  private record Kind(String apiVersion, String name) {
    static Kind of(Part part) {
      return new Kind(part.apiVersion(), part.kind());
    }
  }

  /**
   * @param parts whatever does not get ready is left out
   */
  public Observer(KubernetesClient client, String namespace, List<Part> parts) {
    this.client = client;
    this.namespace = namespace;
    this.parts = parts.stream().filter(Part::becomesReady).toList();
    this.kinds = this.parts.stream().map(Kind::of).collect(Collectors.toSet());
  }

  public Observed observe() {
    return new Observed(
        Instant.now(),
        parts,
        objects(),
        client.pods().inNamespace(namespace).list().getItems(),
        client.apps().replicaSets().inNamespace(namespace).list().getItems(),
        client.batch().v1().jobs().inNamespace(namespace).list().getItems().stream()
            // Those of a CronJob come again and again: the next one may do.
            .filter(job -> job.getMetadata().getOwnerReferences().isEmpty())
            .toList(),
        client.v1().events().inNamespace(namespace).withField("type", "Warning").list().getItems(),
        this::log);
  }

  private Map<Part, GenericKubernetesResource> objects() {
    Map<Part, GenericKubernetesResource> found = new HashMap<>();
    for (Kind kind : kinds) {
      client
          .genericKubernetesResources(kind.apiVersion(), kind.name())
          .inNamespace(namespace)
          .list()
          .getItems()
          .forEach(
              object ->
                  found.put(
                      new Part(kind.apiVersion(), kind.name(), object.getMetadata().getName()),
                      object));
    }
    return found;
  }

  /** A pod may be gone by now, and logs may be forbidden: the finding stands without them. */
  private String log(Pod pod, String container) {
    try {
      return client
          .pods()
          .inNamespace(namespace)
          .withName(pod.getMetadata().getName())
          .inContainer(container)
          .tailingLines(LOG_LINES)
          .getLog();
    } catch (KubernetesClientException unreadable) {
      return "";
    }
  }
}
