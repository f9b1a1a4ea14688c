package com.example.orderflow.loadtester.plan;

import com.example.orderflow.loadtester.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tries settings on a load, and names the cheapest ones that are fast enough. */
public final class Advice {
  private static final int[] CONCURRENCIES = {1, 10, 40, 100};
  private static final int[] MIN_SCALES = {0, 1, 2};
  private static final double[] SCALE_DOWN_DELAYS = {0, 300};
  private static final long SEED = 1;

  private final Schedule arrivals;
  private final Cost cost;

  /**
   * What the Service is like.
   *
   * @param coldStart seconds
   */
  public record Program(ServiceTimes times, double coldStart) {}

  /**
   * One way to set it.
   *
   * @param fast whether the p99 keeps the bound
   */
  public record Option(
      int containerConcurrency,
      AutoscalerSettings settings,
      Plan plan,
      double cost,
      boolean fast) {}

  public Advice(Schedule arrivals, Cost cost) {
    this.arrivals = arrivals;
    this.cost = cost;
  }

  /**
   * All that were tried, the cheapest first; those that are too slow last.
   *
   * @param mostConcurrency that the program bears; more are not tried
   * @param p99Millis that is fast enough
   */
  public List<Option> options(Program program, int mostConcurrency, double p99Millis) {
    List<Option> options = new ArrayList<>();
    for (int concurrency : CONCURRENCIES) {
      for (int minScale : MIN_SCALES) {
        for (double delay : SCALE_DOWN_DELAYS) {
          if (concurrency <= mostConcurrency) {
            options.add(option(program, concurrency, minScale, delay, p99Millis));
          }
        }
      }
    }
    options.sort(
        Comparator.comparing(Option::fast)
            .reversed()
            .thenComparing(Option::cost)
            .thenComparing(option -> option.plan().p99()));
    return options;
  }

  /** The cheapest that is fast enough. */
  public static Optional<Option> best(List<Option> options) {
    return options.stream().filter(Option::fast).findFirst();
  }

  private Option option(
      Program program, int concurrency, int minScale, double delay, double p99Millis) {
    AutoscalerSettings settings =
        AutoscalerSettings.of(concurrency).withScale(minScale, 0).withScaleDownDelay(delay);
    Cluster.Workload workload =
        new Cluster.Workload(arrivals, program.times(), program.coldStart(), concurrency);
    Plan plan = Cluster.simulate(workload, settings, SEED);
    return new Option(
        concurrency, settings, plan, cost.of(plan.podHours()), plan.p99() <= p99Millis);
  }
}
