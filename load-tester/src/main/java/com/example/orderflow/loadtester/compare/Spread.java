package com.example.orderflow.loadtester.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A ratio that was measured several times.
 *
 * @param ratio geometric mean: twice as much and half as much cancel out
 * @param low lower end of its 95 % interval (Student's t, of logarithms); so is {@code high}
 */
public record Spread(double ratio, double low, double high) {
  private static final double TAIL = 0.975;

  /** Of two, Student's interval is so wide that it says nothing. */
  private static final int FEWEST_FOR_AN_INTERVAL = 3;

  /**
   * The ratios of what was measured in the same round: what disturbed both is not in them.
   *
   * @return without an interval from one or two rounds, and nothing where all is 0
   */
  static Spread ofPairs(List<Double> values, List<Double> baseline) {
    double[] logs =
        IntStream.range(0, Math.min(values.size(), baseline.size()))
            .filter(round -> values.get(round) > 0 && baseline.get(round) > 0)
            .mapToDouble(round -> Math.log(values.get(round) / baseline.get(round)))
            .toArray();
    if (logs.length == 0) {
      return new Spread(Double.NaN, Double.NaN, Double.NaN);
    }
    double mean = Arrays.stream(logs).average().orElseThrow();
    if (logs.length < FEWEST_FOR_AN_INTERVAL) {
      return new Spread(Math.exp(mean), Double.NaN, Double.NaN);
    }
    double variance =
        Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum() / (logs.length - 1);
    double margin =
        new TDistribution(logs.length - 1).inverseCumulativeProbability(TAIL)
            * Math.sqrt(variance / logs.length);
    return new Spread(Math.exp(mean), Math.exp(mean - margin), Math.exp(mean + margin));
  }

  /** Whether 1 lies outside the interval. */
  public boolean differs() {
    return low > 1 || high < 1;
  }
}
