package com.example.orderflow.localplatform.eventing;

import java.time.Duration;

/**
 * The pauses between attempts, as measured on the real broker: exponential with a delay of 0.5 s is
 * 1, 2, 4, 8 s; linear is d, 2d, 3d. A {@code Retry-After} changes nothing.
 */
record Backoff(BackoffPolicy policy, Duration delay) {
  /** More doublings than any pause survives, and few enough not to overflow. */
  private static final int MOST_DOUBLINGS = 20;

  /**
   * How long to wait before the next attempt.
   *
   * @param attempts made so far, at least 1
   */
  Duration pauseAfter(int attempts) {
    return switch (policy) {
      case LINEAR -> delay.multipliedBy(attempts);
      case EXPONENTIAL -> delay.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
    };
  }
}
