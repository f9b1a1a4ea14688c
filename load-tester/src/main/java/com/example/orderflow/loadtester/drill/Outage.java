package com.example.orderflow.loadtester.drill;

import com.example.orderflow.loadtester.balance.Journey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a kill came to.
 *
 * @param process its name
 * @param killed how many of that name there were
 * @param flowsAfterMillis until an order that was posted after the kill had been shipped
 * @param longestMillis the longest way of an order that was under way meanwhile
 * @param late so many of them took longer than a second
 */
public record Outage(
    String process, int killed, long flowsAfterMillis, long longestMillis, long late) {
  private static final Duration LATE = Duration.ofSeconds(1);

  /** When it was. */
  record Span(String process, int killed, Instant from, Instant until) {
    Duration length() {
      return Duration.between(from, until);
    }

    Outage with(List<Journey> journeys) {
      List<Duration> meanwhile =
          journeys.stream()
              .filter(way -> way.posted().isBefore(until) && way.ended().isAfter(from))
              .map(Journey::latency)
              .toList();
      return new Outage(
          process,
          killed,
          length().toMillis(),
          meanwhile.stream().mapToLong(Duration::toMillis).max().orElse(0),
          meanwhile.stream().filter(latency -> latency.compareTo(LATE) > 0).count());
    }
  }
}
