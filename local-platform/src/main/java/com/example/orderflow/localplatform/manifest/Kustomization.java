package com.example.orderflow.localplatform.manifest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@code kustomization.yaml} that lists resources and a namespace, and nothing else. */
record Kustomization(String namespace, List<Path> resources) {

  static Kustomization read(Path folder) {
    Path file = folder.resolve("kustomization.yaml");
    if (!Files.isRegularFile(file)) {
      throw new ManifestException(
          "%s: no such file; name a folder such as infra/knative/base".formatted(file));
    }
    ManifestNode document = ManifestNode.documents(file).getFirst();
    document.expect("apiVersion", "kustomize.config.k8s.io/v1beta1");
    document.expect("kind", "Kustomization");
    String namespace = document.field("namespace").text();
    List<Path> resources = new ArrayList<>();
    for (ManifestNode resource : document.field("resources").items()) {
      Path path = folder.resolve(resource.text()).normalize();
      if (!Files.isRegularFile(path)) {
        throw resource.refuse("\"%s\" is no file".formatted(resource.text()));
      }
      resources.add(path);
    }
    document.refuseTheRest();
    return new Kustomization(namespace, List.copyOf(resources));
  }
}
