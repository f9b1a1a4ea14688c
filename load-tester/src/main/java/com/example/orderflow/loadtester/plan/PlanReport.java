package com.example.orderflow.loadtester.plan;

import com.example.orderflow.loadtester.plan.Advice.Option;
import com.example.orderflow.loadtester.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * What was planned, for a page.
 *
 * @param workMillis of a request, p50
 * @param p99Millis that is fast enough
 * @param rows what was tried, as {@link Advice} has it in order
 * @param stretches the first row over time
 */
public record PlanReport(
    String scenario,
    String description,
    long requests,
    double hours,
    double workMillis,
    double coldStartMillis,
    double p99Millis,
    List<Row> rows,
    List<Stretch> stretches) {
  private static final double HOUR = 3_600;
  private static final double MILLIS = 1_000;
  private static final double HALF = 0.5;

  /** As many as a plot can show. */
  private static final int MOST_STRETCHES = 720;

  /** A way to set the function. */
  public record Row(
      int containerConcurrency,
      int minScale,
      double scaleDownDelay,
      double p50,
      double p99,
      double coldStartsPerHour,
      int mostPods,
      double podHours,
      double cpuHours,
      double memoryGbHours,
      double cost,
      boolean fast) {

    static Row of(Option option, Cost cost) {
      Plan plan = option.plan();
      return new Row(
          option.containerConcurrency(),
          option.settings().minScale(),
          option.settings().scaleDownDelay(),
          plan.p50(),
          plan.p99(),
          plan.coldStartsPerHour(),
          plan.mostPods(),
          plan.podHours(),
          plan.podHours() * cost.cpu(),
          plan.podHours() * cost.memoryGb(),
          option.cost(),
          option.fast());
    }
  }

  /**
   * Some seconds.
   *
   * @param hour when they begin
   * @param pods at most; so are the next two
   */
  public record Stretch(double hour, int pods, int inFlight, int waiting) {

    private static Stretch of(Collection<Plan.Moment> moments) {
      return new Stretch(
          moments.iterator().next().second() / HOUR,
          most(moments, Plan.Moment::pods),
          most(moments, Plan.Moment::inFlight),
          most(moments, Plan.Moment::waiting));
    }

    private static int most(Collection<Plan.Moment> moments, ToIntFunction<Plan.Moment> of) {
      return moments.stream().mapToInt(of).max().orElse(0);
    }
  }

  /**
   * @param options that were tried, the cheapest first; at least one
   */
  public static PlanReport of(
      Scenario scenario,
      Advice.Program program,
      List<Option> options,
      Cost cost,
      double p99Millis) {
    Plan best = options.getFirst().plan();
    return new PlanReport(
        scenario.name(),
        scenario.description(),
        best.requests(),
        scenario.load().duration().toMillis() / MILLIS / HOUR,
        program.times().quantile().applyAsDouble(HALF) * MILLIS,
        program.coldStart() * MILLIS,
        p99Millis,
        options.stream().map(option -> Row.of(option, cost)).toList(),
        stretches(best.moments()));
  }

  public boolean isAnyFast() {
    return rows.getFirst().fast();
  }

  /** In one sentence. */
  public String headline() {
    Row best = rows.getFirst();
    return String.format(
        Locale.ROOT,
        isAnyFast()
            ? "containerConcurrency %d, min-scale %d, scale-down-delay %.0f s: p99 %,.0f ms with %,.2f pod hours, pods at most: %d."
            : "Nothing that was tried is fast enough; with containerConcurrency %d, min-scale %d, scale-down-delay %.0f s it is p99 %,.0f ms with %,.2f pod hours, pods at most: %d.",
        best.containerConcurrency(),
        best.minScale(),
        best.scaleDownDelay(),
        best.p99(),
        best.podHours(),
        best.mostPods());
  }

  static List<Stretch> stretches(List<Plan.Moment> moments) {
    int seconds = Math.max(1, Math.ceilDiv(moments.size(), MOST_STRETCHES));
    return moments.stream()
        .collect(
            Collectors.groupingBy(
                moment -> (moment.second() - 1) / seconds,
                TreeMap::new,
                Collectors.toCollection(ArrayList::new)))
        .values()
        .stream()
        .map(Stretch::of)
        .toList();
  }
}
