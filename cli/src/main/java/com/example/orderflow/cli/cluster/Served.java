package com.example.orderflow.cli.cluster;

import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether the cluster knows kind and version of an object; each version is asked for once. */
public final class Served implements Predicate<Part> {
  private final KubernetesClient client;
  private final Map<String, Set<String>> kinds = new HashMap<>();

  public Served(KubernetesClient client) {
    this.client = client;
  }

  @Override
  public boolean test(Part part) {
    return kinds.computeIfAbsent(part.apiVersion(), this::ask).contains(part.kind());
  }

  private Set<String> ask(String apiVersion) {
    return Optional.ofNullable(client.getApiResources(apiVersion))
        .map(APIResourceList::getResources)
        .stream()
        .flatMap(resources -> resources.stream())
        .map(resource -> resource.getKind())
        .collect(Collectors.toSet());
  }
}
