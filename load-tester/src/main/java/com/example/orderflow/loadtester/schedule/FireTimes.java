package com.example.orderflow.loadtester.schedule;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.LongToDoubleFunction;

/** Times one after the other, none kept: a schedule may have millions. */
final class FireTimes implements PrimitiveIterator.OfLong {
  static final long SECOND = 1_000_000_000;

  private final LongToDoubleFunction seconds;
  private final long end;
  private long request;
  private long next;

  private FireTimes(LongToDoubleFunction seconds, long end) {
    this.seconds = seconds;
    this.end = end;
    this.next = at(0);
  }

  /**
   * Those before the end.
   *
   * @param seconds when the request with this number is due; asked once for each, in order
   */
  static PrimitiveIterator.OfLong until(Duration end, LongToDoubleFunction seconds) {
    return new FireTimes(seconds, end.toNanos());
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / (double) SECOND;
  }

  @Override
  public boolean hasNext() {
    return next < end;
  }

  @Override
  public long nextLong() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    long time = next;
    next = at(++request);
    return time;
  }

  private long at(long number) {
    return Math.round(seconds.applyAsDouble(number) * SECOND);
  }
}
