package com.example.orderflow.loadtester.schedule;

import java.time.Duration;
import java.util.PrimitiveIterator;

/**
 * Equally far apart.
 *
 * @param rate requests a second
 */
public record Constant(double rate, Duration duration) implements Phase {

  @Override
  public PrimitiveIterator.OfLong times() {
    return FireTimes.until(duration, request -> request / rate);
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
