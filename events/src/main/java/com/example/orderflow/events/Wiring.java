package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The four ways in which the same functions are connected to one pipeline. */
public enum Wiring {
  /** Knative Broker and Triggers: each function is called by the type of the event before it. */
  BROKER,
  /** Knative Sequence: each step gets the answer of the step before it. */
  SEQUENCE,
  /** Argo Workflow: a controller calls the functions and keeps what they answered. */
  ARGO,
  /** Direct calls by the orchestration service: the baseline. */
  CHAIN;

  /** As in addresses, options and JSON: the constant in lower case. */
  @JsonValue
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The wiring with this {@link #id()}; empty when there is none. */
  public static Optional<Wiring> of(String id) {
    return Arrays.stream(values()).filter(known -> known.id().equals(id)).findFirst();
  }
}
