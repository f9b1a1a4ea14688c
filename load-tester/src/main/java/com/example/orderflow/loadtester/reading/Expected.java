package com.example.orderflow.loadtester.reading;

import com.example.orderflow.loadtester.Ending;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a sample order has to end.
 *
 * @param rules for a rejection: the fields whose rules are broken, all of them
 * @param reason for a failed payment or a cancellation: its code; null when it does not matter
 */
public record Expected(
    @JsonProperty(required = true) Ending outcome, SortedSet<String> rules, String reason) {

  public Expected {
    if (outcome == null) {
      throw new IllegalArgumentException("expected.outcome: null, but it is required");
    }
    rules = rules == null ? new TreeSet<>() : new TreeSet<>(rules);
    if (outcome == Ending.REJECTED && rules.isEmpty()) {
      throw new IllegalArgumentException(
          "expected.rules: [] is empty, but a rejection names the fields at fault");
    }
  }
}
