package com.example.orderflow.loadtester.balance;

import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.reading.Expected;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one order.
 *
 * <pre>
 * posted ─► accepted ─► seen ─► at rest: an outcome
 *                           └─► at rest: dead-lettered ─► an outcome after all (a copy got through)
 * </pre>
 */
final class Progress {
  private final String orderId;
  private final Instant posted;
  private final Expected expected;
  private boolean accepted;
  private boolean seen;
  private boolean deadLettered;
  private Ending outcome;
  private SeenEvent.Key endedBy;
  private Instant endedAt;
  private Ending conflicting;
  private int redeliveries;
  private int duplicates;
  private String mismatch;

  Progress(String orderId, Instant posted, Expected expected) {
    this.orderId = orderId;
    this.posted = posted;
    this.expected = expected;
  }

  void accept() {
    accepted = true;
  }

  void see(SeenEvent event) {
    seen = true;
    if (event.deadLetter().isPresent()) {
      deadLettered = true;
      endedAt = endedAt == null ? event.recordedAt() : endedAt;
    } else {
      event.ending().ifPresent(ending -> end(ending, event));
    }
  }

  private void end(Ending ending, SeenEvent event) {
    if (outcome == null) {
      outcome = ending;
      endedBy = event.key();
      endedAt = event.recordedAt();
      if (expected != null) {
        mismatch = Expectation.mismatch(expected, ending, event.data()).orElse(null);
      }
    } else if (event.key().equals(endedBy)) {
      redeliveries++;
    } else {
      duplicates++;
      conflicting = ending == outcome ? conflicting : ending;
    }
  }

  /** Accepted, or at least an event of it was seen: then an answer got lost, but no order. */
  boolean isSent() {
    return accepted || seen;
  }

  boolean isOpen() {
    return isSent() && outcome == null && !deadLettered;
  }

  /** Where it is at rest; empty while it is not, and for contradicting outcomes. */
  Optional<Ending> ending() {
    if (conflicting != null) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        outcome != null ? outcome : deadLettered ? Ending.DEAD_LETTERED : null);
  }

  /** Accepted, and that is all there is. */
  boolean isUnseen() {
    return isOpen() && !seen;
  }

  /** The platform is working on it. */
  boolean isInFlight() {
    return isOpen() && seen;
  }

  /** What no explanation covers: accepted and never seen again, or ended in two ways. */
  Optional<String> unaccounted() {
    if (conflicting != null) {
      return Optional.of("%s and %s as well".formatted(outcome.json(), conflicting.json()));
    }
    return isUnseen() ? Optional.of("accepted, and no event of it was seen") : Optional.empty();
  }

  Optional<String> unexpected() {
    if (expected == null || mismatch != null || outcome != null) {
      return Optional.ofNullable(mismatch);
    }
    return ending().equals(Optional.of(expected.outcome()))
        ? Optional.empty()
        : Optional.of(
            "expected %s, but it is %s"
                .formatted(
                    expected.outcome().json(), ending().map(Ending::json).orElse("in flight")));
  }

  Optional<Duration> latency() {
    if (endedAt == null) {
      return Optional.empty();
    }
    Duration latency = Duration.between(posted, endedAt);
    return Optional.of(latency.isNegative() ? Duration.ZERO : latency);
  }

  String orderId() {
    return orderId;
  }

  Instant posted() {
    return posted;
  }

  Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  int redeliveries() {
    return redeliveries;
  }

  int duplicates() {
    return duplicates;
  }
}
