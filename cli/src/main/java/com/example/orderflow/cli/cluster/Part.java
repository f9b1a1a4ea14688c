package com.example.orderflow.cli.cluster;

import java.util.Set;

/** An object of a release, by what the chart calls it. */
public record Part(String apiVersion, String kind, String name) {
  private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet");

  /** Of Kubernetes itself: empty. */
  String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** Others are there or not: a ConfigMap has nothing to get ready with. */
  boolean becomesReady() {
    return WORKLOADS.contains(kind) || isOfKnative();
  }

  boolean isKnativeService() {
    return isOfKnative() && kind.equals("Service");
  }

  private boolean isOfKnative() {
    return group().endsWith("knative.dev");
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
