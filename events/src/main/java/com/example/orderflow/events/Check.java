package com.example.orderflow.events;

import java.util.List;
import java.util.regex.Pattern;

/** What the records demand of their components; each refusal quotes the value and the rule. */
final class Check {
  /** Fits into a header, a topic's key and a Kubernetes label without any escaping. */
  private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private Check() {}

  static String orderId(String value) {
    if (value == null || !ORDER_ID.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "orderId: %s is not 1 to 64 of A-Z a-z 0-9 . _ : -".formatted(quoted(value)));
    }
    return value;
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
