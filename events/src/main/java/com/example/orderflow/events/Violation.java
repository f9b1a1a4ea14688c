package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One broken rule.
 *
 * @param field path of the field, as in {@code lines[3].quantity}
 * @param value what stood there, cut to {@value #LONGEST_VALUE} characters; null when nothing did
 * @param rule the rule in words, as in "1 to 100,000"
 */
public record Violation(
    @JsonProperty(required = true) String field,
    String value,
    @JsonProperty(required = true) String rule) {

  /**
   * Keeps the rejection of an order of 2,000 bad lines well below the 1 MB that an event may have.
   */
  public static final int LONGEST_VALUE = 60;

  public Violation {
    field = Check.text("field", field);
    rule = Check.text("rule", rule);
    if (value != null && value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE - 1) + "…";
    }
  }
}
