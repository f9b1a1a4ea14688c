package com.example.orderflow.orchestration.api;

import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.EventTime;
import com.example.orderflow.events.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A CloudEvent that somebody posts, of version 1.0: its attributes in {@code ce-} headers and its
 * data as the body (binary mode), or all of it as the body (structured mode).
 *
 * @param subject null when it has none
 * @param traceparent null when it has none
 * @param data as JSON
 */
record IncomingEvent(String type, String subject, String traceparent, byte[] data) {

  private static final ObjectMapper JSON = EventJson.mapper();
  private static final String DATA = "data";
  private static final Pattern JSON_CONTENT =
      Pattern.compile("\\s*application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
  private static final List<String> REQUIRED = List.of("id", "source", "type");

  /**
   * @param header by its name; null when there is none
   * @throws Refused with every violation of the attributes
   */
  static IncomingEvent binary(UnaryOperator<String> header, byte[] body) {
    return of(attribute -> header.apply("ce-" + attribute), body);
  }

  /**
   * @throws Refused with every violation of the attributes
   */
  static IncomingEvent structured(byte[] body) {
    JsonNode event = object(body);
    Map<String, String> attributes = new HashMap<>();
    List<Violation> violations = new ArrayList<>();
    event
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isTextual()) {
                attributes.put(field.getKey(), field.getValue().textValue());
              } else if (isText(field.getKey()) && !field.getValue().isNull()) {
                violations.add(
                    new Violation(field.getKey(), field.getValue().toString(), "a text"));
              }
            });
    if (!event.hasNonNull(DATA)) {
      violations.add(new Violation(DATA, null, "a JSON object, required (no data_base64)"));
    }
    if (!violations.isEmpty()) {
      throw IntakeRules.malformed(violations);
    }
    checkContent(attributes.get("datacontenttype"));
    return of(attributes::get, bytes(event.get(DATA)));
  }

  private static IncomingEvent of(UnaryOperator<String> attribute, byte[] data) {
    List<Violation> violations = new ArrayList<>();
    String version = attribute.apply("specversion");
    if (!"1.0".equals(version)) {
      violations.add(new Violation("specversion", version, "1.0, required"));
    }
    for (String name : REQUIRED) {
      String value = attribute.apply(name);
      if (value == null || value.isBlank()) {
        violations.add(new Violation(name, value, "a text that is not blank, required"));
      }
    }
    String time = attribute.apply("time");
    if (time != null && !EventTime.isTime(time)) {
      violations.add(new Violation("time", time, "a time of RFC 3339, as 2026-01-31T12:00:00Z"));
    }
    if (!violations.isEmpty()) {
      throw IntakeRules.malformed(violations);
    }
    return new IncomingEvent(
        attribute.apply("type"), attribute.apply("subject"), attribute.apply("traceparent"), data);
  }

  private static JsonNode object(byte[] body) {
    JsonNode event;
    try {
      event = JSON.readTree(body);
    } catch (IOException broken) {
      throw IntakeRules.malformed("body: not JSON. Send one CloudEvent in structured mode.");
    }
    if (!event.isObject()) {
      throw IntakeRules.malformed(
          List.of(new Violation("body", event.getNodeType().toString(), "a JSON object")));
    }
    return event;
  }

  private static void checkContent(String type) {
    if (type != null && !JSON_CONTENT.matcher(type).matches()) {
      throw new Refused(
          Problem.of(
              ProblemType.UNSUPPORTED_CONTENT_TYPE,
              "datacontenttype: %s is not application/json".formatted(type)));
    }
  }

  private static boolean isText(String name) {
    return switch (name) {
      case "specversion", "id", "source", "type", "subject", "time", "datacontenttype" -> true;
      default -> false;
    };
  }

  private static byte[] bytes(JsonNode data) {
    try {
      return JSON.writeValueAsBytes(data);
    } catch (IOException e) {
      throw IntakeRules.malformed("data: an unpaired surrogate is no text");
    }
  }
}
