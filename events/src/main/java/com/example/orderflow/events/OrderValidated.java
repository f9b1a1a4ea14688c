package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The data of {@code order.validated}: all rules hold.
 *
 * @param total sum of quantity × unit price over the lines
 * @param items the lines without what only the customer needs
 */
public record OrderValidated(
    @JsonProperty(required = true) String orderId,
    @JsonProperty(required = true) String customerId,
    @JsonProperty(required = true) Money total,
    @JsonProperty(required = true) String paymentToken,
    @JsonProperty(required = true) Destination destination,
    @JsonProperty(required = true) List<Item> items)
    implements EventData {

  public OrderValidated {
    orderId = Check.orderId(orderId);
    customerId = Check.text("customerId", customerId);
    total = Check.present("total", total);
    paymentToken = Check.text("paymentToken", paymentToken);
    destination = Check.known(destination);
    items = Check.list("items", items);
  }
}
