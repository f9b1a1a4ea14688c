package com.example.orderflow.loadtester.schedule;

import java.time.Duration;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/** Nobody comes: long enough, and the functions scale to zero. */
public record Pause(Duration duration) implements Phase {

  @Override
  public PrimitiveIterator.OfLong times() {
    return LongStream.empty().iterator();
  }

  @Override
  public double requests() {
    return 0;
  }

  @Override
  public double highestRate() {
    return 0;
  }
}
