package com.example.orderflow.loadtester.plan;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The most of what was said within some time: fewer counts only when it has been so long enough.
 */
final class MostLately {
  private final double seconds;
  private final Deque<Said> said = new ArrayDeque<>();

  private record Said(double time, int value) {}

  /**
   * @param seconds 0 remembers nothing
   */
  MostLately(double seconds) {
    this.seconds = seconds;
  }

  int add(double now, int value) {
    if (seconds == 0) {
      return value;
    }
    said.removeIf(earlier -> earlier.time() <= now - seconds || earlier.value() <= value);
    said.add(new Said(now, value));
    return said.getFirst().value();
  }
}
