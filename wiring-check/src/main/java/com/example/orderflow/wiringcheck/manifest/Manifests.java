package com.example.orderflow.wiringcheck.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All objects of one deployment. */
public record Manifests(List<Resource> resources) {

  public Manifests {
    resources = List.copyOf(resources);
  }

  /** The objects of YAML documents; the items of a {@code List} are objects of their own. */
  static Manifests of(List<Node> documents) {
    List<Resource> resources = new ArrayList<>();
    for (Node document : documents) {
      if (document.text("kind").filter("List"::equals).isPresent()) {
        document.items("items").forEach(item -> resources.add(Resource.of(item)));
      } else {
        resources.add(Resource.of(document));
      }
    }
    return new Manifests(resources);
  }

  public Manifests and(Manifests others) {
    return new Manifests(Stream.concat(resources.stream(), others.resources.stream()).toList());
  }

  public Stream<Resource> all(Kind kind) {
    return resources.stream().filter(resource -> resource.is(kind));
  }

  public boolean has(Kind kind) {
    return all(kind).findAny().isPresent();
  }

  public Optional<Resource> find(Kind kind, String name) {
    return all(kind).filter(resource -> resource.name().equals(name)).findFirst();
  }

  /** The object that a reference means, whatever version of its API either names. */
  public Optional<Resource> find(String apiVersion, String kind, String name) {
    String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    return resources.stream()
        .filter(resource -> resource.group().equals(group))
        .filter(resource -> resource.kind().equals(kind) && resource.name().equals(name))
        .findFirst();
  }
}
