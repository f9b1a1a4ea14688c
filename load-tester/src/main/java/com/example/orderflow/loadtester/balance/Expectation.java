package com.example.orderflow.loadtester.balance;

import com.example.orderflow.events.EventJson;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.reading.Expected;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares how a sample ended with what its file says. */
final class Expectation {
  private static final ObjectMapper MAPPER = EventJson.mapper();

  private Expectation() {}

  static Optional<String> mismatch(Expected expected, Ending ending, byte[] data) {
    if (expected.outcome() != ending) {
      return Optional.of(
          "expected %s, but it is %s".formatted(expected.outcome().json(), ending.json()));
    }
    JsonNode said = parsed(data);
    SortedSet<String> rules = new TreeSet<>();
    said.path("violations").forEach(violation -> rules.add(violation.path("field").asText()));
    if (!expected.rules().equals(rules)) {
      return Optional.of(
          "expected the rules %s, but it broke %s".formatted(expected.rules(), rules));
    }
    String reason = said.path("reason").asText();
    return expected.reason() == null || expected.reason().equals(reason)
        ? Optional.empty()
        : Optional.of("expected the reason %s, but it is %s".formatted(expected.reason(), reason));
  }

  private static JsonNode parsed(byte[] data) {
    try {
      return MAPPER.readTree(data);
    } catch (IOException e) {
      return MAPPER.missingNode();
    }
  }
}
