package com.example.orderflow.wiringcheck;

import com.example.orderflow.wiringcheck.manifest.Place;

/**
 * Something that would go wrong.
 *
 * @param rule the id of the rule that is broken
 * @param problem what is wrong and what comes of it
 * @param mend what to change, and to what
 */
public record Finding(String rule, Level level, Place place, String problem, String mend) {

  /** How sure it is that something goes wrong. */
  public enum Level {
    /** It will. */
    ERROR,
    /** It may, which depends on what manifests do not tell. */
    WARNING
  }

  /** As compilers print it, so that editors find the place. */
  @Override
  public String toString() {
    return "%s: %s [%s]".formatted(place, problem, rule);
  }
}
