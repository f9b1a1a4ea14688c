package com.example.orderflow.cli;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A port of this machine that leads to one ready pod, and to another one when that is gone. */
final class PodForward implements AutoCloseable {
  private static final int HTTP = 8080;

  private final KubernetesClient client;
  private final String namespace;
  private final Map<String, String> labels;
  private String pod;
  private LocalPortForward forward;

  PodForward(KubernetesClient client, String namespace, Map<String, String> labels) {
    this.client = client;
    this.namespace = namespace;
    this.labels = labels;
  }

  /** Empty while no pod is ready, or the cluster does not answer. */
  synchronized Optional<URI> address() {
    try {
      if (forward == null || !forward.isAlive() || forward.errorOccurred()) {
        close();
        forward = readyPod().map(this::to).orElse(null);
      }
    } catch (KubernetesClientException unreachable) {
      close();
    }
    return Optional.ofNullable(forward)
        .map(open -> URI.create("http://127.0.0.1:" + open.getLocalPort()));
  }

  @Override
  public synchronized void close() {
    if (forward != null) {
      try {
        forward.close();
      } catch (IOException e) {
        throw new UncheckedIOException("port-forward to " + pod, e);
      } finally {
        forward = null;
      }
    }
  }

  private Optional<String> readyPod() {
    return client.pods().inNamespace(namespace).withLabels(labels).list().getItems().stream()
        .filter(candidate -> candidate.getMetadata().getDeletionTimestamp() == null)
        .filter(Readiness.getInstance()::isReady)
        .map(Pod::getMetadata)
        .map(metadata -> metadata.getName())
        .findFirst();
  }

  private LocalPortForward to(String name) {
    pod = name;
    return client.pods().inNamespace(namespace).withName(name).portForward(HTTP);
  }
}
