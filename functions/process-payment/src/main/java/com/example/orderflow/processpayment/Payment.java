package com.example.orderflow.processpayment;

import com.example.orderflow.events.Money;

/**
 * What became of the charge of an order.
 *
 * <pre>
 * ─┬─► Completed ─► Refunded
 *  └─► Failed
 * </pre>
 */
sealed interface Payment {

  String orderId();

  /** The card was charged. */
  record Completed(String orderId, String chargeId, Money amount) implements Payment {
    Refunded refunded(String refundId, String reason) {
      return new Refunded(this, refundId, reason);
    }
  }

  /** The gateway declined the card: nothing was charged. */
  record Failed(String orderId, Money amount, String reason) implements Payment {}

  /** The card was charged, and all of it went back. */
  record Refunded(Completed charge, String refundId, String reason) implements Payment {
    @Override
    public String orderId() {
      return charge.orderId();
    }
  }
}
