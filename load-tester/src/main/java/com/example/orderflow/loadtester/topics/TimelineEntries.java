package com.example.orderflow.loadtester.topics;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Reads what the order API says of an order as events. */
final class TimelineEntries {
  private TimelineEntries() {}

  /** An entry of a timeline. A mark is seen as a dead letter: no other is asked for. */
  static SeenEvent read(String orderId, JsonNode entry) {
    boolean mark = entry.path("kind").asText().equals("mark");
    return new SeenEvent(
        orderId,
        entry.path("type").asText(),
        entry.path("source").asText(),
        entry.path("id").asText(),
        Optional.ofNullable(entry.path("causationId").asText(null)),
        Instant.now(),
        entry.path("data").toString().getBytes(StandardCharsets.UTF_8),
        mark
            ? Optional.of(
                new DeadLetter(entry.path("note").asText(), Optional.empty(), Optional.empty()))
            : Optional.empty());
  }

  /** A step of the stream, which tells only that it happened. */
  static SeenEvent step(JsonNode step) {
    return new SeenEvent(
        step.path("orderId").asText(),
        step.path("type").asText(),
        "stream",
        step.path("position").asText(),
        Optional.empty(),
        Instant.now(),
        new byte[0],
        Optional.empty());
  }
}
