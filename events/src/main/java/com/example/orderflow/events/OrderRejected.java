package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The data of {@code order.rejected}: every rule that the order breaks, at least one. */
public record OrderRejected(
    @JsonProperty(required = true) String orderId,
    @JsonProperty(required = true) List<Violation> violations)
    implements EventData {

  public OrderRejected {
    orderId = Check.orderId(orderId);
    violations = Check.list("violations", violations);
    if (violations.isEmpty()) {
      throw new IllegalArgumentException("violations: [] is empty; a rejection names a reason");
    }
  }
}
