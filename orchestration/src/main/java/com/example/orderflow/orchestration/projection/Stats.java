package com.example.orderflow.orchestration.projection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How things stand. */
@RegisterForReflection(targets = {Stats.class, Stats.Outbox.class})
public record Stats(
    @Schema(
            description =
                "By wiring and state. An order counts from its first event on; before that it"
                    + " waits in the outbox or is on its way")
        Map<String, Map<String, Long>> orders,
    Outbox outbox,
    @Schema(description = "Orders on the dead-letter desk that nothing has brought to an end since")
        long deadLetters,
    @Schema(description = "Orders with contradicting events") long conflicts,
    @Schema(description = "Clients connected to streams of this instance") int streams) {

  /** What has not been handed to its wiring. */
  public record Outbox(
      long waiting, @Schema(description = "Age of the first in the queue") long oldestSeconds) {}
}
