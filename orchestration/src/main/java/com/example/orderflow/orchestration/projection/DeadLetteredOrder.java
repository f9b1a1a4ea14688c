package com.example.orderflow.orchestration.projection;

import com.example.orderflow.events.Wiring;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order on the dead-letter desk. */
@RegisterForReflection
public record DeadLetteredOrder(
    @Schema(examples = "0199b4a0-5f3e-7c11-8d0a-3b6f1c2d4e5f") String orderId,
    Wiring wiring,
    @Schema(
            description = "How far it has come",
            enumeration = {"placed", "validated", "paid"})
        String state,
    Instant acceptedAt,
    @Schema(description = "When its latest event could not be delivered") Instant since,
    @Schema(description = "Which event, to whom, and what was answered") String reason,
    @Schema(
            description =
                "False for an order that went past this API: its event is the sender's to repeat")
        boolean replayable) {

  static DeadLetteredOrder of(ResultSet row) throws SQLException {
    return new DeadLetteredOrder(
        row.getString("order_id"),
        Wiring.of(row.getString("wiring")).orElseThrow(),
        row.getString("state"),
        row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getString("reason"),
        row.getBoolean("replayable"));
  }
}
