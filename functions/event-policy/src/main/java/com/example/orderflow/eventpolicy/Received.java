package com.example.orderflow.eventpolicy;

import io.vertx.ext.web.RoutingContext;

/** Keeps with the request what the gate has read of its event, for answer, log and timer. */
final class Received {

  private static final String KEY = Received.class.getName();

  private Received() {}

  static void put(RoutingContext routing, Envelope envelope) {
    routing.put(KEY, envelope);
  }

  /** Null when the gate has not let the event through. */
  static Envelope get(RoutingContext routing) {
    return routing.get(KEY);
  }
}
