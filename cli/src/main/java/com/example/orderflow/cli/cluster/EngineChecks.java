package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cluster, and which engines of which version it has. */
public final class EngineChecks {
  private static final String VERSION = "app.kubernetes.io/version";

  private record Engine(String name, String kind, Finding.Level without, String next) {}

  /** Told by the kinds that each brings. */
  private static final List<Engine> ENGINES =
      List.of(
          new Engine(
              "Serving",
              "services.serving.knative.dev",
              Finding.Level.BAD,
              "install Knative Serving 1.15 or newer with an ingress"),
          new Engine(
              "Eventing",
              "triggers.eventing.knative.dev",
              Finding.Level.NOTE,
              "for the wirings broker and sequence: install Knative Eventing 1.22"),
          new Engine(
              "Kafka broker",
              "kafkasinks.eventing.knative.dev",
              Finding.Level.NOTE,
              "for the wirings broker and sequence: install Knative's Kafka Broker, Source, Channel and Sink"),
          new Engine(
              "Argo",
              "workflows.argoproj.io",
              Finding.Level.NOTE,
              "for the wiring argo: install Argo Workflows 3.7"));

  private EngineChecks() {}

  public static List<Finding> of(KubernetesClient client) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.good(
            "Kubernetes",
            "%s at %s"
                .formatted(client.getKubernetesVersion().getGitVersion(), client.getMasterUrl())));
    for (Engine engine : ENGINES) {
      findings.add(
          Optional.ofNullable(
                  client
                      .apiextensions()
                      .v1()
                      .customResourceDefinitions()
                      .withName(engine.kind())
                      .get())
              .map(kind -> Finding.good(engine.name(), version(client, engine, kind)))
              .orElseGet(
                  () ->
                      new Finding(
                          engine.without(), engine.name(), "not installed", engine.next())));
    }
    return findings;
  }

  private static String version(
      KubernetesClient client, Engine engine, CustomResourceDefinition kind) {
    Map<String, String> labels =
        Optional.ofNullable(kind.getMetadata().getLabels()).orElse(Map.of());
    return Optional.ofNullable(labels.get(VERSION))
        .or(() -> engine.name().equals("Argo") ? argo(client) : Optional.empty())
        .orElse("installed, of a version that it does not say");
  }

  /** Its kinds bear no version; the image of its controller does. */
  private static Optional<String> argo(KubernetesClient client) {
    try {
      return client
          .apps()
          .deployments()
          .inAnyNamespace()
          .withField("metadata.name", "workflow-controller")
          .list()
          .getItems()
          .stream()
          .map(
              controller ->
                  controller
                      .getSpec()
                      .getTemplate()
                      .getSpec()
                      .getContainers()
                      .getFirst()
                      .getImage())
          .map(image -> image.substring(image.lastIndexOf(':') + 1))
          .findFirst();
    } catch (KubernetesClientException forbidden) {
      return Optional.empty();
    }
  }
}
