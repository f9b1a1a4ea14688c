package com.example.orderflow.orchestration.api;

import com.example.orderflow.events.Wiring;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The answer to an order that was accepted.
 *
 * @param state where it is now: of a repeat, that is further on
 * @param links where to follow it
 */
@RegisterForReflection(targets = {PlacedOrder.class, PlacedOrder.Links.class})
public record PlacedOrder(String orderId, Wiring wiring, String state, Links links) {

  static PlacedOrder of(String orderId, Wiring wiring, String state) {
    String self = path(orderId);
    return new PlacedOrder(
        orderId, wiring, state, new Links(self, self + "/events", self + "/stream"));
  }

  static String path(String orderId) {
    return "/orders/" + orderId;
  }

  /** Paths of this service. */
  public record Links(String self, String events, String stream) {}
}
