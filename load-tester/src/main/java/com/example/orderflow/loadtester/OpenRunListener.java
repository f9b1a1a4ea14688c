package com.example.orderflow.loadtester;

import com.example.orderflow.loadtester.report.LoadReport.Second;

/** Hears how a load test goes. */
public interface OpenRunListener {
  /** A stretch of it is over. */
  void stretch(Second stretch, Totals totals);

  /** All is fired; what is under way is followed to its end. */
  default void fired() {}

  /**
   * Numbers from the beginning.
   *
   * @param orders that the platform took; 0 when the target is a function
   * @param atRest orders among them that have ended
   */
  record Totals(long started, long failed, long missed, long orders, long atRest) {}

  /** Nobody who listens. */
  static OpenRunListener none() {
    return (stretch, totals) -> {};
  }
}
