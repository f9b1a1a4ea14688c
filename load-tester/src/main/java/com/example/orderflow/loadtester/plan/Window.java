package com.example.orderflow.loadtester.plan;

import java.util.ArrayDeque;
import java.util.Deque;

/** Means of what was measured second by second, over the last so many seconds. */
final class Window {
  private final int seconds;
  private final Deque<Double> values = new ArrayDeque<>();
  private double sum;

  Window(double seconds) {
    this.seconds = (int) Math.max(1, seconds);
  }

  void add(double value) {
    values.add(value);
    sum += value;
    if (values.size() > seconds) {
      sum -= values.remove();
    }
  }

  /** Exactly 0 when all were: only then a Service goes to zero. */
  double mean() {
    boolean none = values.stream().allMatch(value -> value == 0);
    return none ? 0 : sum / values.size();
  }
}
