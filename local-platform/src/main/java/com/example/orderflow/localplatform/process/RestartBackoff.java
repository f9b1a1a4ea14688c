package com.example.orderflow.localplatform.process;

import java.time.Duration;

/** How long to wait before the next start: doubles with each failure in a row, up to a limit. */
public record RestartBackoff(Duration first, Duration longest) {
  public RestartBackoff {
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "backoff: %s to %s is not an increasing range".formatted(first, longest));
    }
  }

  /** The wait after that many failures in a row; none after none. */
  public Duration after(int failures) {
    if (failures <= 0) {
      return Duration.ZERO;
    }
    double millis = first.toMillis() * Math.pow(2, failures - 1.0);
    return millis < longest.toMillis() ? Duration.ofMillis((long) millis) : longest;
  }
}
