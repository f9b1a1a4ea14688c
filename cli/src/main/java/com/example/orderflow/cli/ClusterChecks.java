package com.example.orderflow.cli;

import com.example.orderflow.cli.cluster.AutoscalerChecks;
import com.example.orderflow.cli.cluster.EngineChecks;
import com.example.orderflow.cli.cluster.MemoryChecks;
import com.example.orderflow.cli.cluster.Namespaced;
import com.example.orderflow.cli.cluster.ReleaseChecks;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a cluster, and what is deployed in a namespace of it, are in order. */
final class ClusterChecks {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private ClusterChecks() {}

  static List<Finding> of(String namespace) throws IOException, InterruptedException {
    KubernetesClient client;
    try {
      client = Cluster.open();
    } catch (IllegalStateException silent) {
      return List.of(
          Finding.bad("cluster", silent.getMessage(), "kubectl config use-context ANOTHER"));
    }
    List<Finding> findings = new ArrayList<>();
    try (client) {
      try {
        findings.addAll(EngineChecks.of(client));
        findings.add(AutoscalerChecks.of(client));
        findings.addAll(ReleaseChecks.of(namespace));
        findings.addAll(Namespaced.checks(client, namespace));
        findings.add(database(client, namespace));
        findings.addAll(MemoryChecks.of(client, namespace));
      } catch (KubernetesClientException refused) {
        findings.add(
            Finding.bad(
                "cluster",
                "%s: %s".formatted(client.getMasterUrl(), refused.getMessage()),
                "kubectl auth can-i --list -n " + namespace));
      }
    }
    return findings;
  }

  /** Asked through the order service: a list of orders comes from the database. */
  private static Finding database(KubernetesClient client, String namespace)
      throws IOException, InterruptedException {
    Map<String, String> labels = Map.of("app.kubernetes.io/name", "orchestration");
    try (PodForward order = new PodForward(client, namespace, labels)) {
      URI address = order.address().orElse(null);
      if (address == null) {
        return Finding.note(
            "database", "unknown: no ready pod of orchestration to ask", "mend that first");
      }
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address.resolve("/orders?limit=1"))
                      .timeout(TIMEOUT)
                      .build(),
                  BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? Finding.good("database", "answers the order service")
          : Finding.bad(
              "database",
              "the order service gets no answer: it says " + answer.statusCode(),
              "kubectl logs -n %s deployment/orchestration; are url, username and password of the Secret right?"
                  .formatted(namespace));
    }
  }
}
