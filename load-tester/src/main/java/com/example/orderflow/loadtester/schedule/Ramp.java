package com.example.orderflow.loadtester.schedule;

import java.time.Duration;
import java.util.PrimitiveIterator;

/**
 * From one rate to another, evenly.
 *
 * <p>Until t, {@code from·t + (to−from)·t²/2T} requests are due. A request is due where this is its
 * number, solved in the form that loses no digits when the rates are close.
 *
 * @param from requests a second at the start
 * @param to requests a second at the end
 */
public record Ramp(double from, double to, Duration duration) implements Phase {

  @Override
  public PrimitiveIterator.OfLong times() {
    double growth = (to - from) / FireTimes.seconds(duration);
    return FireTimes.until(duration, request -> due(request, growth));
  }

  @Override
  public double requests() {
    return (from + to) / 2 * FireTimes.seconds(duration);
  }

  @Override
  public double highestRate() {
    return Math.max(from, to);
  }

  private double due(long request, double growth) {
    if (request == 0) {
      return 0;
    }
    double root = from * from + 2 * growth * request;
    return root < 0 ? Double.POSITIVE_INFINITY : 2 * request / (from + Math.sqrt(root));
  }
}
