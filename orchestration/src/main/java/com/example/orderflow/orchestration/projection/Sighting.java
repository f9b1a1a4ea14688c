package com.example.orderflow.orchestration.projection;

import com.example.orderflow.events.EventType;
import java.time.Instant;

/** Something that the topics tell about an order. */
sealed interface Sighting {

  String orderId();

  /** With {@link #id()} and the order, what tells a repeat. */
  String source();

  String id();

  default Key key() {
    return new Key(orderId(), source(), id());
  }

  /** Sightings with the same key are one sighting, delivered several times. */
  record Key(String orderId, String source, String id) {}

  /**
   * An event of the pipeline.
   *
   * @param causationId null when it does not say
   * @param data JSON; null when there is none
   * @param customerId of an {@code order.created}; null when it has none
   */
  record Event(
      String orderId,
      EventType type,
      String source,
      String id,
      Instant time,
      String causationId,
      String data,
      String customerId)
      implements Sighting {}

  /**
   * An event that somebody could not be given.
   *
   * @param id names the record, since one event may be dead-lettered more than once
   * @param eventId the event
   * @param reason who refused it, and with what words
   */
  record DeadLetter(
      String orderId, String source, String id, String eventId, Instant time, String reason)
      implements Sighting {}
}
