package com.example.orderflow.cli;

/**
 * What {@code doctor} found out about one thing.
 *
 * @param next what to do; empty when all is well
 */
record Finding(Level level, String about, String found, String next) {

  enum Level {
    GOOD,
    /** Works, but not as well as it could. */
    NOTE,
    /** Orderflow will not work like this. */
    BAD
  }

  static Finding good(String about, String found) {
    return new Finding(Level.GOOD, about, found, "");
  }

  static Finding note(String about, String found, String next) {
    return new Finding(Level.NOTE, about, found, next);
  }

  static Finding bad(String about, String found, String next) {
    return new Finding(Level.BAD, about, found, next);
  }
}
