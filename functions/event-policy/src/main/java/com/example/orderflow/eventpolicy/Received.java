package com.example.orderflow.eventpolicy;

import io.vertx.ext.web.RoutingContext;

/**
 * Keeps with the request what the gate has read of its event, for answer, log and timer.
 *
 * <p>Three states: unread (the request broke off, or is too large), at the gate, through the gate.
 */
final class Received {

  private static final String AT_GATE = Received.class.getName() + ".atGate";
  private static final String ENVELOPE = Received.class.getName() + ".envelope";
  private static final String PASSED_ON = Received.class.getName() + ".passedOn";

  private Received() {}

  static void atGate(RoutingContext routing) {
    routing.put(AT_GATE, true);
  }

  static void through(RoutingContext routing, Envelope envelope) {
    routing.put(ENVELOPE, envelope);
  }

  /** The event was none of ours, and its answer is itself. */
  static void passedOn(RoutingContext routing) {
    routing.put(PASSED_ON, true);
  }

  static boolean isPassedOn(RoutingContext routing) {
    return routing.get(PASSED_ON) != null;
  }

  static boolean isUnread(RoutingContext routing) {
    return routing.get(AT_GATE) == null;
  }

  /** Null when the gate has not let the event through. */
  static Envelope envelope(RoutingContext routing) {
    return routing.get(ENVELOPE);
  }
}
