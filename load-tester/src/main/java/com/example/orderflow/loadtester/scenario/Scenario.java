package com.example.orderflow.loadtester.scenario;

import com.example.orderflow.loadtester.schedule.Schedule;
import com.example.orderflow.loadtester.sending.Entrance;
import java.time.Duration;
import java.util.Optional;

/**
 * A load test.
 *
 * @param name of its file
 * @param warmUp so long at the beginning no latency is counted
 * @param knee how the highest rate is looked for; empty when the load is run once, as it is
 */
public record Scenario(
    String name,
    String description,
    Entrance target,
    Schedule load,
    Duration warmUp,
    OrderMix orders,
    Limits limits,
    Bounds bounds,
    Optional<KneeSearch> knee) {

  /** A run keeps its orders in memory, 400 bytes each. */
  public static final long MOST_REQUESTS = 1_000_000;

  public static final Duration LONGEST = Duration.ofHours(24);

  public Scenario withTarget(Entrance other) {
    return new Scenario(name, description, other, load, warmUp, orders, limits, bounds, knee);
  }

  public Scenario withLoad(Schedule other) {
    return new Scenario(name, description, target, other, warmUp, orders, limits, bounds, knee);
  }

  /** Every latency counts, from the first order on. */
  public Scenario withoutWarmUp() {
    return new Scenario(
        name, description, target, load, Duration.ZERO, orders, limits, bounds, knee);
  }

  /**
   * @param other how long nothing may be heard of any order
   */
  public Scenario withStall(Duration other) {
    Limits patient = new Limits(limits.inFlight(), limits.timeout(), other);
    return new Scenario(name, description, target, load, warmUp, orders, patient, bounds, knee);
  }

  /**
   * How far a run may go.
   *
   * @param inFlight requests that wait for an answer at once; what is due beyond them is missed
   * @param timeout of one request
   * @param stall without news of any order, the run ends with what is in flight
   */
  public record Limits(int inFlight, Duration timeout, Duration stall) {
    public static final Limits DEFAULT =
        new Limits(1_000, Duration.ofSeconds(30), Duration.ofSeconds(60));
  }

  /**
   * What a run has to keep; empty bounds bind nothing.
   *
   * @param p99 from when an order was due to its end; of a function, to its answer
   * @param errors share of requests
   * @param missed share of requests
   */
  public record Bounds(Optional<Duration> p99, double errors, double missed) {
    public static final Bounds NONE = new Bounds(Optional.empty(), 1, 1);
  }

  /**
   * How the highest rate is looked for that keeps the bounds.
   *
   * @param from requests a second to begin with
   * @param to the highest rate to try
   * @param precision how close the rates around the knee have to come, as a share of the rate
   * @param repeats how often the rate has to hold in a row
   * @param pause between trials
   */
  public record KneeSearch(double from, double to, double precision, int repeats, Duration pause) {}
}
