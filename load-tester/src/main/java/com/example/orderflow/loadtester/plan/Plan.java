package com.example.orderflow.loadtester.plan;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What a load would be like.
 *
 * @param coldStarts pods that were started
 * @param podSeconds sum over all pods
 * @param seconds from the start to the last answer
 * @param latency microseconds
 * @param moments one for each second
 */
public record Plan(
    AutoscalerSettings settings,
    long requests,
    int coldStarts,
    double podSeconds,
    double seconds,
    Histogram latency,
    List<Moment> moments) {
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double HOUR = 3_600;

  /** The Service at a second. */
  public record Moment(int second, int pods, int inFlight, int waiting) {}

  public double p50() {
    return latency.getValueAtPercentile(50) / MICROS_PER_MILLI;
  }

  public double p99() {
    return latency.getValueAtPercentile(99) / MICROS_PER_MILLI;
  }

  public double podHours() {
    return podSeconds / HOUR;
  }

  public double coldStartsPerHour() {
    return coldStarts / Math.max(seconds, 1) * HOUR;
  }

  public int mostPods() {
    return moments.stream().mapToInt(Moment::pods).max().orElse(0);
  }
}
