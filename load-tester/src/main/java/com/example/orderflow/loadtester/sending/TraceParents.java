package com.example.orderflow.loadtester.sending;

import java.util.random.RandomGenerator;

/** Starts traces: W3C Trace Context, sampled. */
public final class TraceParents {
  private final RandomGenerator random;

  public TraceParents(RandomGenerator random) {
    this.random = random;
  }

  /** A new trace; its parts are never all zeros, which the standard reserves. */
  public String next() {
    return "00-%016x%016x-%016x-01".formatted(nonZero(), random.nextLong(), nonZero());
  }

  private long nonZero() {
    return random.nextLong() | 1;
  }
}
