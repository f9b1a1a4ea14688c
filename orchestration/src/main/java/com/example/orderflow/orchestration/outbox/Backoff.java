package com.example.orderflow.orchestration.outbox;

import java.time.Duration;

/** How long to leave somebody alone who failed: twice as long each time, up to a most. */
record Backoff(Duration first, Duration most) {

  /** More doublings than any pause survives, and few enough not to overflow. */
  private static final int MOST_DOUBLINGS = 20;

  /**
   * @param failures in a row, at least 1
   */
  Duration after(int failures) {
    Duration pause = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return pause.compareTo(most) < 0 ? pause : most;
  }
}
