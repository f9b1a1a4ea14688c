package com.example.orderflow.sandbox.payment;

import com.example.orderflow.events.Money;
import com.example.orderflow.sandbox.http.ApiRequest;
import com.example.orderflow.sandbox.http.Rule;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Charges {@code amount} to the card behind {@code paymentToken}. */
public record ChargeRequest(
    @JsonProperty(required = true) String orderId,
    @JsonProperty(required = true) String paymentToken,
    @JsonProperty(required = true) Money amount)
    implements ApiRequest {

  public ChargeRequest {
    Rule.ORDER_ID.check("orderId", orderId);
    Rule.PAYMENT_TOKEN.check("paymentToken", paymentToken);
    Rule.checkAmount(amount);
  }
}
