package com.example.orderflow.orchestration.projection;

import com.example.orderflow.events.Wiring;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order as the list shows it. */
@RegisterForReflection
public record OrderView(
    @Schema(examples = "0199b4a0-5f3e-7c11-8d0a-3b6f1c2d4e5f") String orderId,
    Wiring wiring,
    @Schema(
            enumeration = {
              "placed",
              "validated",
              "paid",
              "shipped",
              "rejected",
              "paymentFailed",
              "cancelled"
            })
        String state,
    @Schema(description = "Absent when the order names none", examples = "17850") String customerId,
    Instant acceptedAt,
    @Schema(description = "When its state changed last") Instant updatedAt,
    @Schema(description = "Contradicting events were seen; the first end counts") boolean conflict,
    @Schema(description = "An event of it could not be delivered, and nobody replayed it")
        boolean deadLettered) {

  static final String COLUMNS =
      "order_id, wiring, state, customer_id, accepted_at, updated_at, conflict, dead_lettered";

  static OrderView of(ResultSet row) throws SQLException {
    return new OrderView(
        row.getString("order_id"),
        Wiring.of(row.getString("wiring")).orElseThrow(),
        row.getString("state"),
        row.getString("customer_id"),
        row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("conflict"),
        row.getBoolean("dead_lettered"));
  }
}
