package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.intake.Acceptance.Accepted;
import com.example.orderflow.orchestration.intake.Acceptance.KeyReused;
import com.example.orderflow.orchestration.intake.Acceptance.OrderIdTaken;
import java.security.MessageDigest;

/**
 * An order that stands where a new one wanted to go: under its id or under its key.
 *
 * @param hash null when it is known from its events only
 */
record StoredOrder(
    String orderId, String idempotencyKey, byte[] hash, Wiring wiring, String state) {

  /** Whether the new order is this one once more. */
  Acceptance answerTo(NewOrder order) {
    boolean sameKey = idempotencyKey != null && idempotencyKey.equals(order.idempotencyKey());
    if (isRepeatedBy(order)) {
      return new Accepted(orderId, wiring, state);
    }
    return sameKey ? new KeyReused(idempotencyKey) : new OrderIdTaken(orderId);
  }

  private boolean isRepeatedBy(NewOrder order) {
    return hash != null
        && MessageDigest.isEqual(hash, order.hash())
        && (!order.named() || order.orderId().equals(orderId))
        && order.asked().map(wiring::equals).orElse(true);
  }
}
