package com.example.orderflow.loadtester.topics;

import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.Ending;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as it stands in a topic.
 *
 * @param orderId its subject
 * @param causationId id of the event that caused it
 * @param recordedAt when Kafka got it
 * @param data what the event says
 * @param deadLetter why it could not be delivered; empty for an event that is no dead letter
 */
public record SeenEvent(
    String orderId,
    String type,
    String source,
    String id,
    Optional<String> causationId,
    Instant recordedAt,
    byte[] data,
    Optional<DeadLetter> deadLetter) {

  /** The end that this event brings to its order; empty when the order goes on. */
  public Optional<Ending> ending() {
    if (deadLetter.isPresent()) {
      return Optional.of(Ending.DEAD_LETTERED);
    }
    return EventType.of(type).flatMap(EventType::outcome).map(Ending::of);
  }

  /** Events with the same key are one event, delivered several times. */
  public Key key() {
    return new Key(source, id, deadLetter.isPresent());
  }

  /** The identity of an event, and whether it is meant as a dead letter. */
  public record Key(String source, String id, boolean deadLetter) {}
}
