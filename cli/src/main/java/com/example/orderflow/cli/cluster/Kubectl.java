package com.example.orderflow.cli.cluster;

import java.util.Locale;

/** Names that kubectl takes. */
final class Kubectl {
  private Kubectl() {}

  /** Knative's Service and that of Kubernetes share a name, and kubectl means the latter. */
  static String kind(Part part) {
    String kind = part.kind().toLowerCase(Locale.ROOT);
    return part.isKnativeService()
        ? "ksvc"
        : part.group().isEmpty() ? kind : kind + "." + part.group();
  }
}
