package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.math.BigDecimal;
import java.util.List;

/** Memory of each pod, where the cluster measures it. */
public final class MemoryChecks {
  private static final BigDecimal MIB = BigDecimal.valueOf(1 << 20);

  private MemoryChecks() {}

  public static List<Finding> of(KubernetesClient client, String namespace) {
    if (!client.hasApiGroup("metrics.k8s.io", true)) {
      return List.of(
          Finding.note(
              "memory",
              "the cluster has no metrics API",
              "install metrics-server to see memory by pod; scaling by cpu or memory wants it, too"));
    }
    return client.top().pods().metrics(namespace).getItems().stream()
        .map(
            pod ->
                Finding.good(
                    "memory", "%,6d MiB  %s".formatted(mib(pod), pod.getMetadata().getName())))
        .toList();
  }

  private static long mib(PodMetrics pod) {
    return pod.getContainers().stream()
        .map(container -> container.getUsage().get("memory").getNumericalAmount())
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divideToIntegralValue(MIB)
        .longValue();
  }
}
