package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The data of {@code order.created}: an order as its customer sent it.
 *
 * <p>Only the shape is checked here. Whether the values make sense is for the rules of
 * validate-order, which answers with every violation at once; so a missing customer or a negative
 * quantity binds, and a quantity that is no number does not.
 *
 * @param orderId 1 to 64 of {@code A-Z a-z 0-9 . _ : -}
 * @param customerId may be missing
 * @param currency meant to be an ISO 4217 code, may be missing
 * @param destination may be missing
 * @param paymentToken stands for a card; no card data travels in events
 * @param lines in the order of the customer
 */
public record Order(
    @JsonProperty(required = true) String orderId,
    String customerId,
    String currency,
    Destination destination,
    String paymentToken,
    @JsonProperty(required = true) List<OrderLine> lines)
    implements EventData {

  public Order {
    orderId = Check.orderId(orderId);
    lines = Check.list("lines", lines);
  }
}
