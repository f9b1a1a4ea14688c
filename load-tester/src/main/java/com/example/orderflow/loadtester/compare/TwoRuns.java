package com.example.orderflow.loadtester.compare;

import com.example.orderflow.loadtester.report.LoadReport.Second;
import com.example.orderflow.loadtester.report.RunResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;

/**
 * What changed from one run to another.
 *
 * <p>A latency has a value for each second of a run. Two runs differ in it when so many of one's
 * seconds lie above the other's as chance alone would do in less than 1 of 100 cases (Mann, Whitney
 * 1947), and by more than a twentieth. Of CPU and memory each run has one value: the ratio is told,
 * and that nothing is known about chance.
 */
public final class TwoRuns {
  private static final double CHANCE = 0.01;
  private static final double TOO_LITTLE_TO_MATTER = 0.05;

  /** Of fewer seconds nothing follows. */
  private static final int FEWEST_SECONDS = 8;

  private TwoRuns() {}

  /** How sure it is that a figure changed. */
  public enum Verdict {
    CHANGED,
    WITHIN_NOISE,
    UNKNOWN
  }

  /**
   * @param ratio of the second run to the first
   */
  public record Change(
      String name, String unit, double before, double after, double ratio, Verdict verdict) {}

  public static List<Change> compare(RunResult before, RunResult after) {
    List<Change> changes = new ArrayList<>();
    latency("order to its end, p50", Second::orderP50, Second::ended, before, after, changes);
    latency("order to its end, p99", Second::orderP99, Second::ended, before, after, changes);
    latency("answer, p50", Second::p50, Second::answered, before, after, changes);
    latency("answer, p99", Second::p99, Second::answered, before, after, changes);
    for (Figure figure : Figure.ALL) {
      if (changes.stream().noneMatch(change -> change.name().equals(figure.name()))) {
        double first = figure.of().applyAsDouble(before);
        double second = figure.of().applyAsDouble(after);
        if (first > 0 && second > 0) {
          changes.add(change(figure.name(), figure.unit(), first, second, Verdict.UNKNOWN));
        }
      }
    }
    return changes;
  }

  /** By the seconds in which there was any. */
  private static void latency(
      String name,
      ToDoubleFunction<Second> value,
      ToDoubleFunction<Second> any,
      RunResult before,
      RunResult after,
      List<Change> changes) {
    double[] first = values(before, value, any);
    double[] second = values(after, value, any);
    if (first.length < FEWEST_SECONDS || second.length < FEWEST_SECONDS) {
      return;
    }
    double ratio = median(second) / median(first);
    boolean chance = new MannWhitneyUTest().mannWhitneyUTest(first, second) >= CHANCE;
    boolean little = Math.abs(ratio - 1) < TOO_LITTLE_TO_MATTER;
    changes.add(
        change(
            name,
            "ms, median second",
            median(first),
            median(second),
            chance || little ? Verdict.WITHIN_NOISE : Verdict.CHANGED));
  }

  private static double[] values(
      RunResult run, ToDoubleFunction<Second> value, ToDoubleFunction<Second> any) {
    return run.load().series().stream()
        .filter(second -> any.applyAsDouble(second) > 0)
        .mapToDouble(value)
        .toArray();
  }

  private static double median(double[] values) {
    return Median.of(Arrays.stream(values).boxed().toList());
  }

  private static Change change(
      String name, String unit, double before, double after, Verdict verdict) {
    return new Change(name, unit, before, after, after / before, verdict);
  }
}
