package com.example.orderflow.eventpolicy;

import com.example.orderflow.events.EventTime;
import java.util.function.UnaryOperator;

/** The attributes that CloudEvents 1.0 demands of every event, checked; the time, if it has one. */
record Envelope(String id, String source, String type) {

  private static final String SPEC_VERSION = "1.0";

  /**
   * @param attribute value of an attribute by its name; null when the event has none
   */
  static Envelope of(UnaryOperator<String> attribute) {
    String version = required("specversion", attribute);
    if (!version.equals(SPEC_VERSION)) {
      throw EventRefused.malformed("specversion: \"%s\" is not \"%s\"", version, SPEC_VERSION);
    }
    String time = attribute.apply("time");
    if (time != null && !EventTime.isTime(time)) {
      throw EventRefused.malformed(
          "time: \"%s\" is not in RFC 3339, as 2026-01-31T12:00:00Z", time);
    }
    return new Envelope(
        required("id", attribute), required("source", attribute), required("type", attribute));
  }

  private static String required(String name, UnaryOperator<String> attribute) {
    String value = attribute.apply(name);
    if (value == null) {
      throw EventRefused.malformed(
          "%s: missing; an event says specversion, id, source and type, in ce- headers or in a"
              + " body of %s",
          name, MediaType.STRUCTURED_EVENT.canonical());
    }
    if (value.isBlank()) {
      throw EventRefused.malformed("%s: \"%s\" is blank", name, value);
    }
    return value;
  }
}
