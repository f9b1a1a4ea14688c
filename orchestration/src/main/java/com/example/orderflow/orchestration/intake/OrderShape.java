package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The shape of an order, as the JSON Schema of {@code order.created} says it, to name every
 * violation at once: reading stops at the first. Whether the values make sense is validate-order's.
 */
final class OrderShape {

  /** A body of 1 MB could break the rules 600,000 times; nobody reads the answer to that. */
  static final int MOST_VIOLATIONS = 1_000;

  private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final String ORDER_ID_RULE = "1 to 64 of A-Z a-z 0-9 . _ : -";
  private static final String TEXT_RULE = "a text, without U+0000 and unpaired surrogates";
  private static final String NUMBER_RULE = "a whole number of at most 64 bits";

  private final List<Violation> violations = new ArrayList<>();

  private OrderShape() {}

  /** Every violation of this document, up to {@value #MOST_VIOLATIONS}; empty when it is fine. */
  static List<Violation> violations(JsonNode order) {
    OrderShape shape = new OrderShape();
    if (order.isObject()) {
      shape.checkOrder(order);
    } else {
      shape.add("body", order, "a JSON object");
    }
    return List.copyOf(shape.violations);
  }

  static boolean isOrderId(String text) {
    return ORDER_ID.matcher(text).matches();
  }

  /** A text that JSON, UTF-8 and PostgreSQL all can hold. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private void checkOrder(JsonNode order) {
    JsonNode id = order.path("orderId");
    if (isGiven(id) && !(id.isTextual() && isOrderId(id.textValue()))) {
      add("orderId", id, ORDER_ID_RULE);
    }
    checkText("customerId", order.path("customerId"));
    checkText("currency", order.path("currency"));
    checkText("paymentToken", order.path("paymentToken"));
    JsonNode destination = order.path("destination");
    if (isGiven(destination) && !destination.isObject()) {
      add("destination", destination, "a JSON object");
    }
    checkText("destination.country", destination.path("country"));
    JsonNode lines = order.path("lines");
    if (lines.isArray()) {
      checkLines(lines);
    } else {
      add("lines", lines, "a list, required");
    }
  }

  private void checkLines(JsonNode lines) {
    for (int i = 0; i < lines.size() && violations.size() < MOST_VIOLATIONS; i++) {
      checkLine("lines[" + i + "]", lines.get(i));
    }
  }

  private void checkLine(String field, JsonNode line) {
    if (!line.isObject()) {
      add(field, line, "a JSON object");
      return;
    }
    checkText(field + ".sku", line.path("sku"));
    checkText(field + ".description", line.path("description"));
    checkNumber(field + ".quantity", line.path("quantity"));
    checkNumber(field + ".unitPrice", line.path("unitPrice"));
  }

  private void checkText(String field, JsonNode value) {
    if (isGiven(value) && !(value.isTextual() && isPlain(value.textValue()))) {
      add(field, value, TEXT_RULE);
    }
  }

  private void checkNumber(String field, JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      add(field, value, NUMBER_RULE + ", required");
    }
  }

  private static boolean isGiven(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }

  private void add(String field, JsonNode value, String rule) {
    if (violations.size() < MOST_VIOLATIONS) {
      violations.add(new Violation(field, Quoted.of(value), rule));
    }
  }
}
