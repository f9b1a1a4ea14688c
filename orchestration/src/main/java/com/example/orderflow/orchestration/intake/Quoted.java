package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** What stood in a refused place, for the one who wrote it. */
final class Quoted {

  private Quoted() {}

  /** Null when nothing stood there. */
  static String of(JsonNode value) {
    if (value.isMissingNode()) {
      return null;
    }
    if (value.isContainerNode()) {
      return value.isArray() ? "[…]" : "{…}";
    }
    return of(value.asText());
  }

  /** Cut, and by way of UTF-8, which turns half a surrogate pair into a question mark. */
  static String of(String value) {
    String cut =
        value.length() <= Violation.LONGEST_VALUE
            ? value
            : value.substring(0, Violation.LONGEST_VALUE - 1) + "…";
    return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
