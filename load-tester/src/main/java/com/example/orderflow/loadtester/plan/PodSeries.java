package com.example.orderflow.loadtester.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * How many pods a Service was meant to have, over the seconds since its first request.
 *
 * @param samples in their order; a number holds until the next one
 */
public record PodSeries(List<Sample> samples) {

  /** At a moment. */
  public record Sample(double second, int pods) {}

  public PodSeries {
    samples = List.copyOf(samples);
  }

  public static PodSeries of(Plan plan) {
    return new PodSeries(
        plan.moments().stream().map(moment -> new Sample(moment.second(), moment.pods())).toList());
  }

  public int most() {
    return samples.stream().mapToInt(Sample::pods).max().orElse(0);
  }

  /** The second in which there were so many for the first time. */
  public OptionalDouble reached(int pods) {
    return samples.stream()
        .filter(sample -> sample.pods() >= pods)
        .mapToDouble(Sample::second)
        .findFirst();
  }

  /** The first second after that one in which there was none. */
  public OptionalDouble emptyAfter(double second) {
    return samples.stream()
        .filter(sample -> sample.second() > second && sample.pods() == 0)
        .mapToDouble(Sample::second)
        .findFirst();
  }

  /** What would be paid for. */
  public double podSeconds() {
    double sum = 0;
    for (int at = 1; at < samples.size(); at++) {
      Sample before = samples.get(at - 1);
      sum += before.pods() * (samples.get(at).second() - before.second());
    }
    return sum;
  }

  /** Only where the number changed. */
  public PodSeries changes() {
    List<Sample> changes = new ArrayList<>();
    for (Sample sample : samples) {
      if (changes.isEmpty() || changes.getLast().pods() != sample.pods()) {
        changes.add(sample);
      }
    }
    return new PodSeries(changes);
  }

  /** As in {@code 1 from 0.3 s, 4 from 18 s, 0 from 99 s}. */
  public String text() {
    return changes().samples().stream()
        .map(change -> "%d from %.1f s".formatted(change.pods(), change.second()))
        .collect(Collectors.joining(", "));
  }
}
