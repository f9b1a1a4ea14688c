package com.example.orderflow.wiringcheck.manifest;

import java.util.Optional;

/** An object of Kubernetes. */
public record Resource(String apiVersion, String kind, String name, Node.Fields node) {

  static Resource of(Node document) {
    if (!(document instanceof Node.Fields fields)) {
      throw new ManifestException(
          "%s: no object of Kubernetes, which begins with apiVersion and kind"
              .formatted(document.place()));
    }
    return new Resource(
        required(fields, "apiVersion"),
        required(fields, "kind"),
        required(fields, "metadata", "name"),
        fields);
  }

  /** Without the version: {@code serving.knative.dev}; empty for Kubernetes' core. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  public boolean is(Kind wanted) {
    return kind.equals(wanted.kind()) && group().equals(wanted.group());
  }

  public Optional<String> namespace() {
    return node.text("metadata", "namespace");
  }

  public Optional<String> annotation(String annotation) {
    return node.text("metadata", "annotations", annotation);
  }

  Resource with(Node.Fields changed) {
    return of(changed);
  }

  private static String required(Node.Fields fields, String... path) {
    return fields
        .text(path)
        .orElseThrow(
            () ->
                new ManifestException(
                    "%s: no object of Kubernetes: %s is missing"
                        .formatted(fields.place(), String.join(".", path))));
  }

  /** As people say it: {@code Trigger ship-order}. */
  @Override
  public String toString() {
    return kind + " " + name;
  }
}
