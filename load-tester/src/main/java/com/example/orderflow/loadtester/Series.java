package com.example.orderflow.loadtester;

import com.example.orderflow.loadtester.balance.Journey;
import com.example.orderflow.loadtester.firing.Meters;
import com.example.orderflow.loadtester.report.LoadReport.Second;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A run in stretches of equal length.
 *
 * <pre>
 * answers   │ counted while it runs │ …
 * orders    │ filled in at the end, from the events, by when each order ended │ …
 * </pre>
 */
final class Series {
  private static final double MICROS_PER_MILLI = 1_000;

  private final List<Second> stretches = new ArrayList<>();
  private Meters.Counts before = new Meters.Counts(0, 0, 0, 0, 0);
  private final double length;

  /**
   * @param length of a stretch in seconds; the last one may be shorter, and its rates lower
   */
  Series(double length) {
    this.length = length;
  }

  /** Ends a stretch. */
  Second add(double second, Meters.Counts counts, Histogram answers) {
    boolean none = answers.getTotalCount() == 0;
    double span = span(stretches.isEmpty() ? 0 : stretches.getLast().second(), second);
    Second stretch =
        new Second(
            second,
            (counts.started() + counts.missed() - before.started() - before.missed()) / span,
            (counts.answered() - before.answered()) / span,
            (counts.failed() - before.failed()) / span,
            (counts.missed() - before.missed()) / span,
            counts.inFlight(),
            none ? 0 : answers.getValueAtPercentile(50) / MICROS_PER_MILLI,
            none ? 0 : answers.getValueAtPercentile(99) / MICROS_PER_MILLI,
            answers.getMaxValue() / MICROS_PER_MILLI,
            0,
            0,
            0);
    stretches.add(stretch);
    before = counts;
    return stretch;
  }

  /** All stretches, with the orders that ended in each. */
  List<Second> with(List<Journey> journeys, Instant start) {
    List<Journey> byEnd = journeys.stream().sorted(Comparator.comparing(Journey::ended)).toList();
    List<Second> filled = new ArrayList<>();
    int next = 0;
    double from = 0;
    for (Second stretch : stretches) {
      Histogram latencies = new Histogram(3);
      while (next < byEnd.size() && second(byEnd.get(next), start) <= stretch.second()) {
        latencies.recordValue(byEnd.get(next++).latency().toMillis());
      }
      filled.add(filled(stretch, latencies, span(from, stretch.second())));
      from = stretch.second();
    }
    return filled;
  }

  /** A busy machine may end a stretch late. */
  private double span(double from, double to) {
    return Math.max(length, to - from);
  }

  private static double second(Journey journey, Instant start) {
    return Duration.between(start, journey.ended()).toMillis() / 1000.0;
  }

  private static Second filled(Second stretch, Histogram latencies, double span) {
    boolean none = latencies.getTotalCount() == 0;
    return new Second(
        stretch.second(),
        stretch.due(),
        stretch.answered(),
        stretch.failed(),
        stretch.missed(),
        stretch.inFlight(),
        stretch.p50(),
        stretch.p99(),
        stretch.max(),
        latencies.getTotalCount() / span,
        none ? 0 : latencies.getValueAtPercentile(50),
        none ? 0 : latencies.getValueAtPercentile(99));
  }
}
