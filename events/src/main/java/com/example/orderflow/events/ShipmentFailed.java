package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The data of {@code shipment.failed}: the order is paid and cannot be shipped, so the payment has
 * to go back.
 *
 * @param reason the carrier's code, as in {@code country_not_served}
 * @param chargeId what to refund
 * @param amount how much of it: all
 */
public record ShipmentFailed(
    @JsonProperty(required = true) String orderId,
    @JsonProperty(required = true) String reason,
    @JsonProperty(required = true) String chargeId,
    @JsonProperty(required = true) Money amount)
    implements EventData {

  public ShipmentFailed {
    orderId = Check.orderId(orderId);
    reason = Check.text("reason", reason);
    chargeId = Check.text("chargeId", chargeId);
    amount = Check.present("amount", amount);
  }
}
