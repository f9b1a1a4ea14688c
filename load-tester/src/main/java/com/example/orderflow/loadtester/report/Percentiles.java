package com.example.orderflow.loadtester.report;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A distribution in milliseconds.
 *
 * @param count of what was measured; of nothing, all else is 0
 * @param curve the whole of it: a value, and the share of measurements up to it
 */
public record Percentiles(
    long count,
    double mean,
    double p50,
    double p90,
    double p95,
    double p99,
    double p999,
    double max,
    List<Point> curve) {

  /** Halvings of what is left above, with so many points each: enough for a smooth line. */
  private static final int POINTS_PER_HALVING = 4;

  public Percentiles {
    curve = List.copyOf(curve);
  }

  /**
   * @param percentile of 100
   */
  public record Point(double percentile, double millis) {}

  /**
   * @param unitsPerMilli of the histogram: 1,000 when it counts microseconds
   */
  public static Percentiles of(Histogram histogram, double unitsPerMilli) {
    List<Point> curve = new ArrayList<>();
    for (HistogramIterationValue value : histogram.percentiles(POINTS_PER_HALVING)) {
      curve.add(
          new Point(
              value.getPercentileLevelIteratedTo(), value.getValueIteratedTo() / unitsPerMilli));
    }
    return new Percentiles(
        histogram.getTotalCount(),
        histogram.getTotalCount() == 0
            ? 0
            : Math.round(histogram.getMean() / unitsPerMilli * 1000) / 1000.0,
        at(histogram, 50, unitsPerMilli),
        at(histogram, 90, unitsPerMilli),
        at(histogram, 95, unitsPerMilli),
        at(histogram, 99, unitsPerMilli),
        at(histogram, 99.9, unitsPerMilli),
        histogram.getMaxValue() / unitsPerMilli,
        curve);
  }

  private static double at(Histogram histogram, double percentile, double unitsPerMilli) {
    return histogram.getTotalCount() == 0
        ? 0
        : histogram.getValueAtPercentile(percentile) / unitsPerMilli;
  }
}
