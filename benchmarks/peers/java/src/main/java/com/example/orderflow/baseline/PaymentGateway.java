package com.example.orderflow.baseline;

import com.example.orderflow.events.Money;
import com.example.orderflow.events.Order;

/** Whoever moves the money: one charge and at most one refund for each order. */
final class PaymentGateway {
  private static final int DECLINED = 402;

  private final Partner partner;

  PaymentGateway(Partner partner) {
    this.partner = partner;
  }

  /** What became of a charge. */
  sealed interface Charge {}

  /** The card was charged. */
  record Charged(String chargeId) implements Charge {}

  /** It was not. */
  record Declined(String reason) implements Charge {}

  private record ChargeRequest(String orderId, String paymentToken, Money amount) {}

  private record RefundRequest(String orderId, String chargeId, Money amount, String reason) {}

  Charge charge(Order order, Money amount) throws InterruptedException, Partner.Unusable {
    Partner.Answer answer =
        partner.post(
            "/charges",
            "charge-" + order.orderId(),
            new ChargeRequest(order.orderId(), order.paymentToken(), amount));
    if (answer.isSuccess()) {
      return new Charged(answer.text("chargeId"));
    }
    if (answer.status() == DECLINED) {
      return new Declined(answer.text("reason"));
    }
    throw partner.unusable(answer);
  }

  /** Gives back all of a charge, and returns the refund's id. */
  String refund(Order order, String chargeId, Money amount, String reason)
      throws InterruptedException, Partner.Unusable {
    Partner.Answer answer =
        partner.post(
            "/refunds",
            "refund-" + order.orderId(),
            new RefundRequest(order.orderId(), chargeId, amount, reason));
    if (answer.isSuccess()) {
      return answer.text("refundId");
    }
    throw partner.unusable(answer);
  }
}
