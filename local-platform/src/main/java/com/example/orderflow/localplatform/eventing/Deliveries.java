package com.example.orderflow.localplatform.eventing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is being delivered, and what was last: for people who ask where an event is.
 *
 * @param pending read from Kafka and not finished, in no order
 * @param finished the last ten thousand, oldest first
 */
public record Deliveries(List<Pending> pending, List<Finished> finished) {
  public Deliveries {
    pending = List.copyOf(pending);
    finished = List.copyOf(finished);
  }

  /**
   * The event of a delivery.
   *
   * @param route who delivers it: {@code Trigger validate-order}
   */
  public record Subject(String route, String eventId, String source, String type, String subject) {
    static Subject of(String route, Event event) {
      return new Subject(route, event.id(), event.source(), event.type(), event.subject());
    }
  }

  public enum State {
    /** For a free slot, or for the next attempt. */
    WAITING,
    IN_FLIGHT
  }

  /**
   * A delivery that goes on.
   *
   * @param step what is being done: {@code subscriber}, {@code reply}, {@code dead letter}
   * @param attempt of this step, from 1
   * @param lastAnswer a status, or why there was none; empty before the first answer
   * @param nextAttemptAt empty when it is in flight, or starts as soon as a slot is free
   */
  public record Pending(
      Subject event,
      String step,
      int attempt,
      State state,
      Optional<String> lastAnswer,
      Optional<Instant> nextAttemptAt) {}

  /**
   * A delivery that is over.
   *
   * @param attempts how often the subscriber was called
   */
  public record Finished(
      Subject event,
      int attempts,
      Instant first,
      Instant last,
      Outcome outcome,
      Optional<String> lastAnswer) {}
}
