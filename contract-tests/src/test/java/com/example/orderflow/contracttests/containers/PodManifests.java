package com.example.orderflow.contracttests.containers;

import com.example.orderflow.contracttests.Checkout;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pods of {@code infra/knative} as they are deployed: with the limits, restrictions and
 * variables of their manifests. A Knative Service, a Deployment, a StatefulSet and a Job all hold a
 * pod at the same place.
 */
final class PodManifests {
  private static final KubernetesSerialization YAML = new KubernetesSerialization();
  private static final Path KNATIVE = Checkout.HOME.resolve("infra/knative");

  private static final String NAMESPACE = "metadata.namespace";

  /** A later one is a patch of those before it. */
  private static final List<String> FOLDERS =
      List.of("base", "components/migrations", "components/development");

  private final Map<String, PodSpec> pods = new HashMap<>();
  private final Map<String, Map<String, String>> configMaps = new HashMap<>();
  private final Map<String, Map<String, String>> secrets = new HashMap<>();

  private PodManifests() {
    // Of the cluster's Argo; the wiring is not used here.
    secrets.put("orchestration-argo", Map.of("token", "none"));
  }

  static PodManifests read() {
    PodManifests manifests = new PodManifests();
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.list(KNATIVE.resolve(folder))) {
        files.sorted().forEach(manifests::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return manifests;
  }

  PodSpec pod(String name) {
    return Optional.ofNullable(pods.get(name))
        .orElseThrow(() -> new IllegalArgumentException(name + " is no pod of " + KNATIVE));
  }

  /** The keys and values of a Secret. */
  Map<String, String> secret(String name) {
    return secrets.get(name);
  }

  Map<String, String> variables(Container container) {
    return container.getEnv().stream()
        .collect(Collectors.toMap(EnvVar::getName, variable -> value(variable)));
  }

  private String value(EnvVar variable) {
    EnvVarSource from = variable.getValueFrom();
    if (from == null) {
      return variable.getValue();
    }
    if (from.getSecretKeyRef() != null) {
      return secrets.get(from.getSecretKeyRef().getName()).get(from.getSecretKeyRef().getKey());
    }
    if (from.getConfigMapKeyRef() != null) {
      return configMaps
          .get(from.getConfigMapKeyRef().getName())
          .get(from.getConfigMapKeyRef().getKey());
    }
    return field(variable.getName(), from.getFieldRef());
  }

  /** A container is in no namespace, so it is told that of the manifests. */
  private static String field(String variable, ObjectFieldSelector field) {
    if (field == null || !NAMESPACE.equals(field.getFieldPath())) {
      throw new IllegalArgumentException(
          "%s: a Secret, a ConfigMap and the field %s are read here, not %s"
              .formatted(variable, NAMESPACE, field));
    }
    return "orderflow";
  }

  private void add(Path file) {
    JsonNode resource = resource(file);
    String name = resource.at("/metadata/name").asText();
    switch (resource.path("kind").asText()) {
      case "ConfigMap" -> configMaps.put(name, entries(resource.path("data")));
      case "Secret" -> secrets.put(name, entries(resource.path("stringData")));
      default -> {
        JsonNode pod = resource.at("/spec/template/spec");
        if (pod.has("containers")) {
          pods.put(name, YAML.convertValue(pod, PodSpec.class));
        }
      }
    }
  }

  private static JsonNode resource(Path file) {
    try {
      return YAML.unmarshal(Files.readString(file), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> entries(JsonNode object) {
    return object.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
  }
}
