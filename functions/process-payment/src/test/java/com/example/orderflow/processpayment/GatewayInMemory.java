package com.example.orderflow.processpayment;

import com.example.orderflow.events.Money;
import java.util.HashMap;
import java.util.Map;

/** A gateway that keeps what it is told to keep: one charge and one refund per order. */
final class GatewayInMemory implements PaymentGateway {

  final Map<String, Payment> charges = new HashMap<>();
  final Map<String, Payment.Refunded> refunds = new HashMap<>();
  boolean declines;
  int calls;

  @Override
  public Payment charge(String orderId, String paymentToken, Money amount) {
    calls++;
    return declines
        ? new Payment.Failed(orderId, amount, "card_declined")
        : charges.computeIfAbsent(
            orderId, id -> new Payment.Completed(id, "charge-" + (charges.size() + 1), amount));
  }

  @Override
  public Payment.Refunded refund(Payment.Completed charge, String reason) {
    return refunds.computeIfAbsent(
        charge.orderId(), id -> charge.refunded("refund-" + (refunds.size() + 1), reason));
  }
}
