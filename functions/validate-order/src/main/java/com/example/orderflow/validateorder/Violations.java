package com.example.orderflow.validateorder;

import com.example.orderflow.events.Violation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Collects what is broken: each method is one kind of rule, and writes it down in words. */
final class Violations {

  private static final int NO_LINE = -1;

  private final List<Violation> found;
  private final int line;

  Violations() {
    this(new ArrayList<>(), NO_LINE);
  }

  private Violations(List<Violation> found, int line) {
    this.found = found;
    this.line = line;
  }

  /** For the fields of this line: what is broken there is collected here, too. */
  Violations ofLine(int index) {
    return new Violations(found, index);
  }

  void unlessPresent(String field, String value) {
    if (value == null || value.isBlank()) {
      // Blanks are shown as none: escaped, they would make a rejection too large for an event.
      add(field, value == null ? null : "", "present and not blank");
    }
  }

  void unlessIn(Set<String> codes, String field, String value, String rule) {
    if (value == null || !codes.contains(value)) {
      add(field, value, rule);
    }
  }

  void unlessWithin(long least, long most, String field, long value) {
    if (value < least || value > most) {
      add(field, Long.toString(value), String.format(Locale.ROOT, "%,d to %,d", least, most));
    }
  }

  void unlessAtLeast(long least, String field, long value) {
    if (value < least) {
      add(field, Long.toString(value), String.format(Locale.ROOT, "at least %,d", least));
    }
  }

  void unlessAtMost(long most, String field, BigInteger value) {
    if (value.compareTo(BigInteger.valueOf(most)) > 0) {
      add(field, value.toString(), String.format(Locale.ROOT, "at most %,d minor units", most));
    }
  }

  /** A field gets its full name here, and not before: nearly every line keeps all rules. */
  private void add(String field, String value, String rule) {
    String path = line == NO_LINE ? field : "lines[%d].%s".formatted(line, field);
    found.add(new Violation(path, value, rule));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Violation> toList() {
    return List.copyOf(found);
  }
}
