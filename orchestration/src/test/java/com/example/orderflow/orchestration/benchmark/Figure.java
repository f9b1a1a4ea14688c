package com.example.orderflow.orchestration.benchmark;

import java.util.Locale;

/** A line of the result, for {@code benchmarks/orders} to show and to save. */
record Figure(String what, double value, String unit, String goal) {

  static Figure of(String what, double value, String unit) {
    return new Figure(what, value, unit, "");
  }

  Figure withGoal(String text) {
    return new Figure(what, value, unit, text);
  }

  void print() {
    String digits = value < 100 ? "%.2f" : "%.0f";
    System.out.println(
        String.join("|", what, String.format(Locale.ROOT, digits, value), unit, goal));
  }
}
