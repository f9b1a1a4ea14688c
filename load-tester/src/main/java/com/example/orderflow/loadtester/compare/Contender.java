package com.example.orderflow.loadtester.compare;

import com.example.orderflow.events.Wiring;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One of those that are compared.
 *
 * @param variant in which the functions are built; empty where nobody chose one
 */
public record Contender(Wiring wiring, String variant) {

  @JsonValue
  public String name() {
    return variant.isEmpty() ? wiring.id() : wiring.id() + " " + variant;
  }
}
