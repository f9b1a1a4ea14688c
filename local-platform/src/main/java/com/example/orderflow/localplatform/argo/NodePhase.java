package com.example.orderflow.localplatform.argo;

/** How a step, or a workflow, stands; spelt as Argo does. */
enum NodePhase {
  PENDING("Pending"),
  RUNNING("Running"),
  SUCCEEDED("Succeeded"),
  /** The request was answered, and said no; or it was not answered. */
  FAILED("Failed"),
  /** The template itself could not be done. */
  ERROR("Error"),
  SKIPPED("Skipped");

  private final String argo;

  NodePhase(String argo) {
    this.argo = argo;
  }

  String argo() {
    return argo;
  }

  boolean isUnsuccessful() {
    return this == FAILED || this == ERROR;
  }

  static NodePhase of(String argo) {
    for (NodePhase phase : values()) {
      if (phase.argo.equals(argo)) {
        return phase;
      }
    }
    throw new IllegalArgumentException("\"%s\" is no phase of Argo's".formatted(argo));
  }
}
