package com.example.orderflow.loadtester.schedule;

import java.time.Duration;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;

/**
 * Customers who know nothing of each other: the gaps are exponentially distributed.
 *
 * @param rate requests a second, in the long run
 * @param seed the same one gives the same times
 */
public record Poisson(double rate, Duration duration, long seed) implements Phase {

  @Override
  public PrimitiveIterator.OfLong times() {
    SplittableRandom random = new SplittableRandom(seed);
    double[] time = {0};
    return FireTimes.until(
        duration, request -> time[0] -= Math.log(1 - random.nextDouble()) / rate);
  }

  @Override
  public double requests() {
    return rate * FireTimes.seconds(duration);
  }

  @Override
  public double highestRate() {
    return rate;
  }
}
