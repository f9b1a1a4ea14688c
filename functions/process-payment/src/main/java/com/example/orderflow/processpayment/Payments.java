package com.example.orderflow.processpayment;

import com.example.orderflow.eventpolicy.EventRefused;
import com.example.orderflow.events.Money;

/**
 * One charge and at most one refund per order, however often it is asked for, and wherever the
 * process dies.
 *
 * <pre>
 * event ─► stored outcome? ──yes──────────────────────────────────► the same answer
 *              │ no
 *              ▼
 *          gateway, with a key made of the order id ─► store ─► answer
 *                       ▲                          ▲
 *          dies here: the event comes again,    two at once: both got the answer
 *          the key finds the first charge       of one charge, the first is kept
 * </pre>
 *
 * <p>So no intention has to be written down before the call: the key is known without one.
 */
final class Payments {

  private final PaymentGateway gateway;
  private final PaymentStore store;

  Payments(PaymentGateway gateway, PaymentStore store) {
    this.gateway = gateway;
    this.store = store;
  }

  /** Charges the order, unless it was charged or declined before. */
  Payment charge(String orderId, String paymentToken, Money amount) {
    return store
        .find(orderId)
        .orElseGet(() -> store.keep(gateway.charge(orderId, paymentToken, amount)));
  }

  /**
   * Gives the order's money back, unless that was done before.
   *
   * @throws EventRefused when the order has no such charge
   */
  Payment.Refunded refund(String orderId, String chargeId, Money amount, String reason) {
    return switch (store.find(orderId).orElse(null)) {
      case Payment.Completed charge -> {
        demandSame(charge, chargeId, amount);
        yield store.keep(gateway.refund(charge, reason));
      }
      case Payment.Refunded before -> {
        demandSame(before.charge(), chargeId, amount);
        yield before;
      }
      case Payment.Failed failed ->
          throw new EventRefused(
              "orderId: %s was declined (%s), there is nothing to refund"
                  .formatted(orderId, failed.reason()));
      case null ->
          throw new EventRefused(
              "orderId: %s was never charged here, there is nothing to refund".formatted(orderId));
    };
  }

  /** Only what was charged goes back: no event can make it more, or somebody else's. */
  private static void demandSame(Payment.Completed charge, String chargeId, Money amount) {
    if (!charge.chargeId().equals(chargeId) || !charge.amount().equals(amount)) {
      throw new EventRefused(
          "chargeId, amount: %s, %s; order %s was charged as %s, %s"
              .formatted(chargeId, amount, charge.orderId(), charge.chargeId(), charge.amount()));
    }
  }
}
