package com.example.orderflow.localplatform.serving;

import com.example.orderflow.localplatform.process.RestartBackoff;
import java.time.Duration;
import java.time.Instant;

/** Counts the crashes in a row, and says when the next start is due. */
final class CrashLoop {
  static final RestartBackoff BACKOFF =
      new RestartBackoff(Duration.ofMillis(500), Duration.ofSeconds(30));

  /** Once is an accident, twice may be bad luck. */
  static final int LOOPING_FROM = 3;

  /** An instance that ran this long before it crashed was no failing start. */
  static final Duration STABLE = Duration.ofSeconds(10);

  private final RestartBackoff backoff;
  private int crashes;
  private Instant nextStart = Instant.MIN;

  CrashLoop(RestartBackoff backoff) {
    this.backoff = backoff;
  }

  /** Notes a crash after the instance had run for that long; returns the wait until a start. */
  Duration crashed(Instant now, Duration ran) {
    crashes = ran.compareTo(STABLE) >= 0 ? 1 : crashes + 1;
    Duration wait = backoff.after(crashes);
    nextStart = now.plus(wait);
    return wait;
  }

  boolean mayStart(Instant now) {
    return !now.isBefore(nextStart);
  }

  /** Whether requests are refused at once: the program fails again and again, and rests. */
  boolean isResting(Instant now) {
    return crashes >= LOOPING_FROM && !mayStart(now);
  }

  boolean isLooping() {
    return crashes >= LOOPING_FROM;
  }

  Duration untilStart(Instant now) {
    return mayStart(now) ? Duration.ZERO : Duration.between(now, nextStart);
  }
}
