package com.example.orderflow.loadtester.schedule;

import java.time.Duration;
import java.util.Collection;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/** As it once was: the time stamps of a file, speeded up. */
public final class Replay implements Phase {
  private final long[] nanos;

  /**
   * @param stamps milliseconds, from whatever beginning, in any order
   * @param speed 60 makes an hour a minute
   */
  public Replay(Collection<Long> stamps, double speed) {
    long first = stamps.stream().mapToLong(Long::longValue).min().orElse(0);
    nanos =
        stamps.stream()
            .mapToLong(stamp -> Math.round((stamp - first) / speed * 1_000_000))
            .sorted()
            .toArray();
  }

  @Override
  public PrimitiveIterator.OfLong times() {
    return LongStream.of(nanos).iterator();
  }

  @Override
  public Duration duration() {
    return Duration.ofNanos(nanos.length == 0 ? 0 : nanos[nanos.length - 1] + 1);
  }

  @Override
  public double requests() {
    return nanos.length;
  }

  @Override
  public double highestRate() {
    int most = 0;
    for (int last = 0, first = 0; last < nanos.length; last++) {
      while (nanos[last] - nanos[first] >= FireTimes.SECOND) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
