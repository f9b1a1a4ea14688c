package com.example.orderflow.cli;

/** Names of runs, for order ids that nobody else uses. */
final class RunIds {
  private RunIds() {}

  static String next() {
    return "load-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
  }
}
