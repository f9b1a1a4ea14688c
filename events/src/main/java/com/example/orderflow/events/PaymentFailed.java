package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The data of {@code payment.failed}: the card was declined, nothing was charged.
 *
 * @param reason the gateway's code, as in {@code card_declined} or {@code card_limit_exceeded}
 */
public record PaymentFailed(
    @JsonProperty(required = true) String orderId,
    @JsonProperty(required = true) Money amount,
    @JsonProperty(required = true) String reason)
    implements EventData {

  public PaymentFailed {
    orderId = Check.orderId(orderId);
    amount = Check.present("amount", amount);
    reason = Check.text("reason", reason);
  }
}
