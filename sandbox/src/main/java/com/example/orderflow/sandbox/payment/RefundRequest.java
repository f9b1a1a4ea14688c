package com.example.orderflow.sandbox.payment;

import com.example.orderflow.events.Money;
import com.example.orderflow.sandbox.http.ApiRequest;
import com.example.orderflow.sandbox.http.Rule;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Gives back the whole of a charge; {@code reason} is for people. */
public record RefundRequest(
    @JsonProperty(required = true) String orderId,
    @JsonProperty(required = true) String chargeId,
    @JsonProperty(required = true) Money amount,
    @JsonProperty(required = true) String reason)
    implements ApiRequest {

  public RefundRequest {
    Rule.ORDER_ID.check("orderId", orderId);
    Rule.CHARGE_ID.check("chargeId", chargeId);
    Rule.checkAmount(amount);
    Rule.REFUND_REASON.check("reason", reason);
  }
}
