package com.example.orderflow.wiringcheck.manifest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Builds what {@code kubectl kustomize} would, for the fields that Orderflow uses, and keeps file
 * and line of everything.
 *
 * <pre>
 *   resources (files, folders) ─► components ─► patches ─► namespace ─► labels ─► images
 * </pre>
 *
 * Any other field is refused rather than passed over.
 */
final class Kustomization {
  static final String FILE = "kustomization.yaml";
  private static final Set<String> KNOWN =
      Set.of(
          "apiVersion",
          "kind",
          "namespace",
          "resources",
          "components",
          "labels",
          "images",
          "patches");

  /** Objects that belong to no namespace. */
  private static final Set<String> OF_THE_CLUSTER =
      Set.of("Namespace", "ClusterRole", "ClusterRoleBinding");

  private final Path folder;
  private final Node.Fields document;

  private Kustomization(Path folder) {
    this.folder = folder;
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new ManifestException("%s: no such file".formatted(file));
    }
    this.document = (Node.Fields) YamlDocuments.in(file).getFirst();
    Set<String> unknown = new TreeSet<>(document.entries().keySet());
    unknown.removeAll(KNOWN);
    if (!unknown.isEmpty()) {
      throw new ManifestException(
          "%s: %s is not interpreted here; check what kubectl makes of it: kubectl kustomize %s | orderflow check -"
              .formatted(file, unknown, folder));
    }
  }

  static Manifests read(Path folder) {
    return new Manifests(new Kustomization(folder).build(List.of()));
  }

  /** A component changes the objects of whom it is part of, and adds its own. */
  private List<Resource> build(List<Resource> given) {
    List<Resource> resources = new ArrayList<>(given);
    for (Node resource : document.items("resources")) {
      Path path = path(resource);
      resources.addAll(
          Files.isDirectory(path)
              ? new Kustomization(path).build(List.of())
              : Manifests.of(YamlDocuments.in(path)).resources());
    }
    List<Resource> built = resources;
    for (Node component : document.items("components")) {
      built = new Kustomization(path(component)).build(built);
    }
    for (Node patch : document.items("patches")) {
      built = Patch.read(folder, patch).apply(built);
    }
    Optional<Node> namespace = document.at("namespace");
    if (namespace.isPresent()) {
      built = built.stream().map(resource -> inNamespace(resource, namespace.get())).toList();
    }
    for (Node labels : document.items("labels")) {
      Node.Fields pairs = (Node.Fields) labels.at("pairs").orElseThrow();
      built = built.stream().map(resource -> labelled(resource, pairs)).toList();
    }
    for (Node image : document.items("images")) {
      built = built.stream().map(ImageChange.read(image)::apply).toList();
    }
    return built;
  }

  private Path path(Node entry) {
    Path path = folder.resolve(((Node.Scalar) entry).text()).normalize();
    if (!Files.exists(path)) {
      throw new ManifestException("%s: %s does not exist".formatted(entry.place(), path));
    }
    return path;
  }

  private static Resource inNamespace(Resource resource, Node namespace) {
    if (OF_THE_CLUSTER.contains(resource.kind())) {
      return resource;
    }
    return resource.with(
        Merge.over(
            resource.node(),
            new Node.Fields(
                namespace.place(),
                Map.of(
                    "metadata",
                    new Node.Fields(namespace.place(), Map.of("namespace", namespace))))));
  }

  private static Resource labelled(Resource resource, Node.Fields pairs) {
    return resource.with(
        Merge.over(
            resource.node(),
            new Node.Fields(
                pairs.place(),
                Map.of("metadata", new Node.Fields(pairs.place(), Map.of("labels", pairs))))));
  }
}
