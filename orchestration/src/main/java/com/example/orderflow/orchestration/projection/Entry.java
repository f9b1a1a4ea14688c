package com.example.orderflow.orchestration.projection;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.order.OrderState;
import java.time.Instant;

/**
 * A line of the timeline.
 *
 * @param position in the log of all orders
 * @param type of an event, or the {@link Mark}'s name
 * @param causationId the event that caused this one, or that the mark is about; null when unknown
 * @param body data of an event, which may be null, or the note of a mark
 * @param state of the order after this entry
 */
public record Entry(
    long position,
    String orderId,
    Kind kind,
    String type,
    String source,
    String id,
    Instant time,
    String causationId,
    String body,
    Wiring wiring,
    OrderState state) {

  /** Who speaks: the pipeline, or this service about it. */
  public enum Kind {
    EVENT,
    MARK;

    /** As in JSON and the database. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
