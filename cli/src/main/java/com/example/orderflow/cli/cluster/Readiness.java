package com.example.orderflow.cli.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether an object says of itself, and of its newest form, that it is ready. */
final class Readiness {
  private Readiness() {}

  /** Why it is not; empty when it is. */
  static Optional<String> missing(Part part, Optional<GenericKubernetesResource> object) {
    if (object.isEmpty()) {
      return Optional.of("is not there yet");
    }
    if (number(object.get(), "status", "observedGeneration")
        < object.get().getMetadata().getGeneration()) {
      return Optional.of("its controller has not looked at it yet");
    }
    return switch (part.kind()) {
      case "Deployment" -> replicas(object.get(), "updatedReplicas", "availableReplicas");
      case "StatefulSet" -> replicas(object.get(), "updatedReplicas", "readyReplicas");
      default -> condition(object.get());
    };
  }

  private static Optional<String> replicas(
      GenericKubernetesResource object, String updated, String ready) {
    long wanted = number(object, "spec", "replicas");
    long there = Math.min(number(object, "status", updated), number(object, "status", ready));
    return there >= wanted
        ? Optional.empty()
        : Optional.of("%d of %d pods ready".formatted(there, wanted));
  }

  private static Optional<String> condition(GenericKubernetesResource object) {
    List<Map<String, Object>> conditions = object.get("status", "conditions");
    Optional<Map<String, Object>> ready =
        Optional.ofNullable(conditions).orElse(List.of()).stream()
            .filter(condition -> "Ready".equals(condition.get("type")))
            .findFirst();
    if (ready.isEmpty()) {
      return Optional.of("no controller has said anything of it");
    }
    return "True".equals(ready.get().get("status"))
        ? Optional.empty()
        : Optional.of(
            "%s: %s"
                .formatted(
                    ready.get().getOrDefault("reason", "not ready"),
                    ready.get().getOrDefault("message", "no more is said")));
  }

  private static long number(GenericKubernetesResource object, String... path) {
    Object found = object.get((Object[]) path);
    return found instanceof Number number ? number.longValue() : 0;
  }
}
