package com.example.orderflow.sandbox.payment;

import com.example.orderflow.sandbox.ledger.Charged;
import java.util.Optional;

/** A charge is given back whole, to the order that paid it, and once. */
final class RefundRules {

  private RefundRules() {}

  static RefundVerdict judge(Optional<Charged> found, RefundRequest refund) {
    if (found.isEmpty()) {
      return new RefundVerdict.UnknownCharge();
    }
    Charged charge = found.get();
    if (!charge.amount().equals(refund.amount()) || !charge.orderId().equals(refund.orderId())) {
      return new RefundVerdict.Differs(charge);
    }
    return charge.refunded() ? new RefundVerdict.AlreadyRefunded() : new RefundVerdict.Granted();
  }
}
