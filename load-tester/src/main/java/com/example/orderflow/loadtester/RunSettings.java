package com.example.orderflow.loadtester;

import com.example.orderflow.loadtester.sending.SendSettings;
import java.time.Duration;

/**
 * How a run goes.
 *
 * @param stallAfter without news of any order, the run ends with what is still in flight
 * @param quiet after the last order has ended, late copies may still come for so long
 */
public record RunSettings(SendSettings sending, Duration stallAfter, Duration quiet) {

  public static final RunSettings DEFAULT =
      new RunSettings(SendSettings.DEFAULT, Duration.ofSeconds(60), Duration.ofMillis(500));

  public RunSettings withSending(SendSettings other) {
    return new RunSettings(other, stallAfter, quiet);
  }

  public RunSettings withStallAfter(Duration other) {
    return new RunSettings(sending, other, quiet);
  }
}
