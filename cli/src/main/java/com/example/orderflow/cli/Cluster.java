package com.example.orderflow.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** The cluster of the kubeconfig's current context. */
final class Cluster {
  /** More than the first, at 0.1, 0.2 and 0.4 s after each other. */
  private static final int TRIES = 3;

  private Cluster() {}

  /**
   * A client that outlives a restart of the API server; whether there is one is found out with less
   * patience.
   *
   * @throws IllegalStateException when the cluster does not answer, or refuses; names its address
   *     and the status
   */
  static KubernetesClient open() {
    requireAnswer();
    return new KubernetesClientBuilder().build();
  }

  private static void requireAnswer() {
    try (KubernetesClient client =
        new KubernetesClientBuilder()
            .editOrNewConfig()
            .withRequestRetryBackoffLimit(TRIES)
            .endConfig()
            .build()) {
      try {
        client.getKubernetesVersion();
      } catch (KubernetesClientException failed) {
        throw new IllegalStateException(
            "the cluster at %s %s; kubectl config get-contexts: is it the right one?"
                .formatted(client.getMasterUrl(), what(failed)),
            failed);
      }
    }
  }

  private static String what(KubernetesClientException failed) {
    return failed.getCode() > 0 ? "answers " + failed.getCode() : "does not answer";
  }
}
