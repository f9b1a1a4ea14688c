package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The data of {@code payment.refunded}: the compensation; the money went back, the order is
 * cancelled.
 */
public record PaymentRefunded(
    @JsonProperty(required = true) String orderId,
    @JsonProperty(required = true) String refundId,
    @JsonProperty(required = true) String chargeId,
    @JsonProperty(required = true) Money amount,
    @JsonProperty(required = true) String reason)
    implements EventData {

  public PaymentRefunded {
    orderId = Check.orderId(orderId);
    refundId = Check.text("refundId", refundId);
    chargeId = Check.text("chargeId", chargeId);
    amount = Check.present("amount", amount);
    reason = Check.text("reason", reason);
  }
}
