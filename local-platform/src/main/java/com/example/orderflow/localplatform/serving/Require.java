package com.example.orderflow.localplatform.serving;

/** What the records of a Service demand; each refusal names field, value and rule. */
final class Require {
  private Require() {}

  static void that(boolean holds, String field, Object value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("%s: %s is not %s".formatted(field, value, rule));
    }
  }
}
