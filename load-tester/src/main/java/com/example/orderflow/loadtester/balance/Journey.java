package com.example.orderflow.loadtester.balance;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an order was under way.
 *
 * @param posted when its first request left, or should have left
 * @param ended when Kafka got the event that ended it
 */
public record Journey(Instant posted, Instant ended) {

  /** Two clocks of one machine may differ by a moment. */
  public Duration latency() {
    Duration latency = Duration.between(posted, ended);
    return latency.isNegative() ? Duration.ZERO : latency;
  }
}
