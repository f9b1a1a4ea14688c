package com.example.orderflow.loadtester.schedule;

import java.time.Duration;
import java.util.PrimitiveIterator;

/**
 * Many at the same moment, again and again.
 *
 * @param size requests at once
 * @param repeat how many bursts
 * @param every from one burst to the next
 */
public record Burst(int size, int repeat, Duration every) implements Phase {

  @Override
  public PrimitiveIterator.OfLong times() {
    return FireTimes.until(duration(), request -> request / size * FireTimes.seconds(every));
  }

  @Override
  public Duration duration() {
    return every.multipliedBy(repeat);
  }

  @Override
  public double requests() {
    return (double) size * repeat;
  }

  @Override
  public double highestRate() {
    return size * Math.max(1, 1 / FireTimes.seconds(every));
  }
}
