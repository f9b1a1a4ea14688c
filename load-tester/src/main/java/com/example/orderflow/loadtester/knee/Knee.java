package com.example.orderflow.loadtester.knee;

import java.util.List;

/**
 * What a search has found.
 *
 * @param rate the highest rate that held, again and again; 0 when not even the first one did
 * @param breaksAt the lowest rate that was seen not to hold; null when none was
 * @param repeats how often the rate held in a row
 * @param confidence with 95 %, the rate holds in at least this share of runs
 * @param attempts in their order
 */
public record Knee(
    double rate, Double breaksAt, int repeats, double confidence, List<Attempt> attempts) {

  public Knee {
    attempts = List.copyOf(attempts);
  }

  /**
   * One rate, tried once.
   *
   * @param broken why it does not hold; empty when it does
   */
  public record Attempt(double rate, double p50, double p99, List<String> broken) {
    public Attempt {
      broken = List.copyOf(broken);
    }

    public boolean holds() {
      return broken.isEmpty();
    }
  }

  /**
   * The lower end of the interval of Clopper and Pearson (1934) for the share of successes, when
   * all of so many tries were one: what a share must at least be for this to happen in 1 of 20
   * cases.
   */
  static double confidence(int successes) {
    return successes == 0 ? 0 : Math.pow(0.05, 1.0 / successes);
  }
}
