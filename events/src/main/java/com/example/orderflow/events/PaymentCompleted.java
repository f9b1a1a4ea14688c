package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The data of {@code payment.completed}: the order was charged, exactly once.
 *
 * @param chargeId the gateway's name for the charge
 */
public record PaymentCompleted(
    @JsonProperty(required = true) String orderId,
    @JsonProperty(required = true) String chargeId,
    @JsonProperty(required = true) Money amount,
    @JsonProperty(required = true) Destination destination,
    @JsonProperty(required = true) List<Item> items)
    implements EventData {

  public PaymentCompleted {
    orderId = Check.orderId(orderId);
    chargeId = Check.text("chargeId", chargeId);
    amount = Check.present("amount", amount);
    destination = Check.known(destination);
    items = Check.list("items", items);
  }
}
