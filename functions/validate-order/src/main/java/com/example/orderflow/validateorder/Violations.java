package com.example.orderflow.validateorder;

import com.example.orderflow.events.Violation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Collects what is broken: each method is one kind of rule, and writes it down in words. */
final class Violations {

  private final List<Violation> found = new ArrayList<>();

  void unlessPresent(String field, String value) {
    if (value == null || value.isBlank()) {
      // Blanks are shown as none: escaped, they would make a rejection too large for an event.
      found.add(new Violation(field, value == null ? null : "", "present and not blank"));
    }
  }

  void unlessIn(Set<String> codes, String field, String value, String rule) {
    if (value == null || !codes.contains(value)) {
      found.add(new Violation(field, value, rule));
    }
  }

  void unlessWithin(long least, long most, String field, long value) {
    if (value < least || value > most) {
      found.add(
          new Violation(
              field, Long.toString(value), String.format(Locale.ROOT, "%,d to %,d", least, most)));
    }
  }

  void unlessAtLeast(long least, String field, long value) {
    if (value < least) {
      found.add(
          new Violation(
              field, Long.toString(value), String.format(Locale.ROOT, "at least %,d", least)));
    }
  }

  void unlessAtMost(long most, String field, BigInteger value) {
    if (value.compareTo(BigInteger.valueOf(most)) > 0) {
      found.add(
          new Violation(
              field,
              value.toString(),
              String.format(Locale.ROOT, "at most %,d minor units", most)));
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Violation> toList() {
    return List.copyOf(found);
  }
}
