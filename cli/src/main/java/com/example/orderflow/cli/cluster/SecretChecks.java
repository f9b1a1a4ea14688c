package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Whether each Secret that a program reads is there, with its keys. Values are not looked at. */
final class SecretChecks {
  private SecretChecks() {}

  /**
   * @param secrets by name; null where there is none
   */
  static List<Finding> of(Observed observed, Function<String, Secret> secrets) {
    Map<String, Set<String>> wanted = new TreeMap<>();
    observed.objects().values().forEach(object -> collect(object, wanted));
    return wanted.entrySet().stream()
        .map(secret -> check(secret.getKey(), secret.getValue(), secrets))
        .toList();
  }

  private static Finding check(String name, Set<String> keys, Function<String, Secret> secrets) {
    try {
      return Optional.ofNullable(secrets.apply(name))
          .map(secret -> Optional.ofNullable(secret.getData()).orElse(Map.of()).keySet())
          .map(
              there ->
                  there.containsAll(keys)
                      ? Finding.good("secret", "%s has %s".formatted(name, String.join(", ", keys)))
                      : Finding.bad(
                          "secret",
                          "%s has %s, and not all of %s".formatted(name, there, keys),
                          "add what is missing, then restart what reads it: docs/helm.md, \"Before\""))
          .orElseGet(
              () ->
                  Finding.bad(
                      "secret",
                      "%s is missing, with %s".formatted(name, keys),
                      "make it: docs/helm.md, \"Before\""));
    } catch (KubernetesClientException forbidden) {
      return Finding.note(
          "secret",
          "%s cannot be read: %s".formatted(name, forbidden.getMessage()),
          "kubectl auth can-i get secrets");
    }
  }

  private static void collect(GenericKubernetesResource object, Map<String, Set<String>> wanted) {
    List<Map<String, Object>> containers =
        object.get("spec", "template", "spec", "containers") instanceof List<?>
            ? object.get("spec", "template", "spec", "containers")
            : List.of();
    for (Map<String, Object> container : containers) {
      GenericKubernetesResource node = new GenericKubernetesResource();
      node.setAdditionalProperties(container);
      List<Map<String, Object>> env = node.get("env");
      for (Map<String, Object> variable : Optional.ofNullable(env).orElse(List.of())) {
        GenericKubernetesResource entry = new GenericKubernetesResource();
        entry.setAdditionalProperties(variable);
        String name = entry.get("valueFrom", "secretKeyRef", "name");
        String key = entry.get("valueFrom", "secretKeyRef", "key");
        if (name != null) {
          wanted.computeIfAbsent(name, any -> new TreeSet<>()).add(key);
        }
      }
    }
  }
}
