package com.example.orderflow.loadtester.schedule;

import java.time.Duration;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/**
 * Stairs: the same rate for a while, then the next.
 *
 * @param from requests a second on the first step
 * @param by how much each step is higher than the one before
 * @param every how long a step is
 */
public record Step(double from, double by, int steps, Duration every) implements Phase {

  @Override
  public PrimitiveIterator.OfLong times() {
    List<Phase> stairs =
        IntStream.range(0, steps)
            .<Phase>mapToObj(step -> new Constant(from + step * by, every))
            .toList();
    return new Schedule(stairs).times();
  }

  @Override
  public Duration duration() {
    return every.multipliedBy(steps);
  }

  @Override
  public double requests() {
    return (from + highestRate()) / 2 * FireTimes.seconds(duration());
  }

  @Override
  public double highestRate() {
    return from + (steps - 1) * by;
  }
}
