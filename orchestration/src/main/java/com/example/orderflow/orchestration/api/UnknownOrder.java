package com.example.orderflow.orchestration.api;

import com.example.orderflow.events.Violation;

/** The refusal of an order id that belongs to no order. */
final class UnknownOrder {

  private UnknownOrder() {}

  static Refused refused(String orderId) {
    String quoted = new Violation("orderId", orderId, "known").value();
    return new Refused(
        Problem.of(
            ProblemType.UNKNOWN_ORDER,
            "orderId: \"%s\" is not known. GET /orders lists those that are.".formatted(quoted)));
  }
}
