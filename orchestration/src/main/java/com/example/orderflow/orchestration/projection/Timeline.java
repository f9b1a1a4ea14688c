package com.example.orderflow.orchestration.projection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What happened to an order.
 *
 * @param entries causes before their effects, then by arrival
 */
@RegisterForReflection
public record Timeline(String orderId, List<TimelineEntry> entries) {

  public Timeline {
    entries = List.copyOf(entries);
  }
}
