package com.example.orderflow.loadtester.schedule;

import java.time.Duration;
import java.util.PrimitiveIterator;

/**
 * A stretch of a schedule: when its requests are due, in nanoseconds after its start.
 *
 * <pre>
 * constant   | | | | | | | | |      step     |   |   | | | |||||||
 * poisson    || |   | ||  | ||      burst    ||||        ||||
 * ramp       |    |   |  | ||||     replay   as the time stamps of a file
 * </pre>
 *
 * <p>Times never fall, begin at 0 at the earliest and lie before the end.
 */
public sealed interface Phase permits Constant, Poisson, Ramp, Step, Burst, Pause, Replay {

  /** The times from the beginning; every call gives the same ones. */
  PrimitiveIterator.OfLong times();

  Duration duration();

  /** How many requests: exact, or the expected number where chance decides. */
  double requests();

  /** The most requests that are due within any second, by plan. */
  double highestRate();
}
