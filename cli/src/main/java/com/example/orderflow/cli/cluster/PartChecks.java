package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs of Orderflow in a namespace: each part is ready, or the findings say why not. */
final class PartChecks {

  /** Without any of these no order comes to an end. */
  private static final List<String> NEEDED =
      List.of("orchestration", "validate-order", "process-payment", "ship-order");

  private static final String KNOBS = "autoscaling.knative.dev/";

  private PartChecks() {}

  static List<Finding> of(Observed observed) {
    List<Finding> findings = new ArrayList<>();
    NEEDED.stream()
        .filter(name -> observed.parts().stream().noneMatch(part -> part.name().equals(name)))
        .map(
            name ->
                Finding.bad(
                    name,
                    "is not deployed in this namespace",
                    "./orderflow deploy --cluster, or another --namespace"))
        .forEach(findings::add);
    observed.parts().stream()
        .filter(observed::isReady)
        .map(part -> ready(part, observed))
        .forEach(findings::add);
    // What is not ready now is bad now, also when it may pass.
    Diagnosis.of(observed).stream()
        .map(finding -> Finding.bad(finding.about(), finding.found(), finding.next()))
        .forEach(findings::add);
    return findings;
  }

  private static Finding ready(Part part, Observed observed) {
    return Finding.good(
        part.name(),
        part.isKnativeService()
            ? "Service: ready, %s; %s"
                .formatted(pods(part, observed), knobs(observed.objects().get(part)))
            : part.apiVersion().equals("apps/v1")
                ? "%s: ready, %s".formatted(part.kind(), pods(part, observed))
                : "%s: ready".formatted(part.kind()));
  }

  private static String pods(Part part, Observed observed) {
    long running =
        observed.pods().stream()
            .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
            .filter(pod -> Observed.partOf(pod).equals(part.name()))
            .filter(pod -> "Running".equals(pod.getStatus().getPhase()))
            .count();
    return running == 0 ? "at zero" : running == 1 ? "1 pod" : running + " pods";
  }

  /** As the Service states them; what it does not state is the autoscaler's default. */
  private static String knobs(GenericKubernetesResource service) {
    Map<String, Object> annotations =
        Optional.<Map<String, Object>>ofNullable(
                service.get("spec", "template", "metadata", "annotations"))
            .orElse(Map.of());
    Object concurrency = service.get("spec", "template", "spec", "containerConcurrency");
    return Stream.of(
            "scale %s to %s"
                .formatted(
                    annotations.getOrDefault(KNOBS + "min-scale", "0"),
                    annotations.getOrDefault(KNOBS + "max-scale", "any number")),
            "by " + annotations.getOrDefault(KNOBS + "metric", "concurrency"),
            "window " + annotations.getOrDefault(KNOBS + "window", "default"),
            "%s at once".formatted(concurrency == null ? "any number" : concurrency))
        .reduce((first, next) -> first + ", " + next)
        .orElseThrow();
  }
}
