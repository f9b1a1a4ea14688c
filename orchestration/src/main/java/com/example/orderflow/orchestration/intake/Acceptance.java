package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.Wiring;

/** What becomes of an order that asked to be accepted. */
public sealed interface Acceptance {

  /**
   * It is durable, for the first time or since an earlier request.
   *
   * @param state by its JSON name
   */
  record Accepted(String orderId, Wiring wiring, String state) implements Acceptance {}

  /** The idempotency key stands for another order. */
  record KeyReused(String idempotencyKey) implements Acceptance {}

  /** The order id stands for another order. */
  record OrderIdTaken(String orderId) implements Acceptance {}

  /**
   * Not now; nothing is known to be stored.
   *
   * @param reason in words
   */
  record Postponed(String reason) implements Acceptance {}
}
