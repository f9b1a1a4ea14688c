package com.example.orderflow.events;

import java.util.List;

/** What the records demand of their components; each refusal quotes the value and the rule. */
final class Check {
  private static final int LONGEST_ORDER_ID = 64;

  private Check() {}

  static String orderId(String value) {
    if (value == null || !isOrderId(value)) {
      throw new IllegalArgumentException(
          "orderId: %s is not 1 to 64 of A-Z a-z 0-9 . _ : -".formatted(quoted(value)));
    }
    return value;
  }

  /**
   * Fits into a header, a topic's key and a Kubernetes label without any escaping. Every record of
   * every event asks, so it is a loop: a pattern costs more.
   */
  private static boolean isOrderId(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!isOrderIdCharacter(value.charAt(i))) {
        return false;
      }
    }
    return !value.isEmpty() && value.length() <= LONGEST_ORDER_ID;
  }

  private static boolean isOrderIdCharacter(char c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || "._:-".indexOf(c) >= 0;
  }

  static String text(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("%s: %s is blank".formatted(field, quoted(value)));
    }
    return value;
  }

  static long positive(String field, long value) {
    if (value < 1) {
      throw new IllegalArgumentException("%s: %d is less than 1".formatted(field, value));
    }
    return value;
  }

  static <T> T present(String field, T value) {
    if (value == null) {
      throw new IllegalArgumentException("%s: null, but it is required".formatted(field));
    }
    return value;
  }

  static Destination known(Destination destination) {
    text("destination.country", present("destination", destination).country());
    return destination;
  }

  static <T> List<T> list(String field, List<T> values) {
    present(field, values).forEach(value -> present(field + "[]", value));
    return List.copyOf(values);
  }

  private static String quoted(String value) {
    if (value == null) {
      return "null";
    }
    return '"' + (value.length() <= 80 ? value : value.substring(0, 79) + "…") + '"';
  }
}
