package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.Destination;
import com.example.orderflow.events.Order;
import com.example.orderflow.events.OrderLine;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * An order as its customer sends it: an {@link Order} that may leave its id to this service.
 *
 * @param orderId null for an id made here
 */
@RegisterForReflection(
    targets = {OrderRequest.class, Order.class, OrderLine.class, Destination.class})
public record OrderRequest(
    String orderId,
    String customerId,
    String currency,
    Destination destination,
    String paymentToken,
    @JsonProperty(required = true) List<OrderLine> lines) {

  Order named(String id) {
    return new Order(id, customerId, currency, destination, paymentToken, lines);
  }
}
