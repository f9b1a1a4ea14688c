package com.example.orderflow.cli;

/**
 * What {@code doctor} found out about one thing.
 *
 * @param next what to do; empty when all is well
 */
public record Finding(Level level, String about, String found, String next) {

  public enum Level {
    GOOD,
    /** Works, but not as well as it could. */
    NOTE,
    /** Orderflow will not work like this. */
    BAD
  }

  public static Finding good(String about, String found) {
    return new Finding(Level.GOOD, about, found, "");
  }

  public static Finding note(String about, String found, String next) {
    return new Finding(Level.NOTE, about, found, next);
  }

  public static Finding bad(String about, String found, String next) {
    return new Finding(Level.BAD, about, found, next);
  }
}
