package com.example.orderflow.loadtester.topics;

import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events as an undisturbed platform would write them. */
public final class Events {
  public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private Events() {}

  public static SeenEvent created(String orderId) {
    return event(
        orderId, EventType.ORDER_CREATED, EventIds.ofOrder(orderId), null, NOON.plusMillis(10));
  }

  /** The order's events from its creation through these types, each the cause of the next. */
  public static List<SeenEvent> way(String orderId, EventType... types) {
    List<SeenEvent> way = new ArrayList<>(List.of(created(orderId)));
    for (EventType type : types) {
      way.add(reply(way.getLast(), type));
    }
    return way;
  }

  public static SeenEvent reply(SeenEvent cause, EventType type) {
    return event(
        cause.orderId(),
        type,
        EventIds.ofReply(cause.source(), cause.id(), type),
        cause.id(),
        cause.recordedAt().plusMillis(10));
  }

  public static SeenEvent withId(SeenEvent event, String id) {
    return new SeenEvent(
        event.orderId(),
        event.type(),
        event.source(),
        id,
        event.causationId(),
        event.recordedAt(),
        event.data(),
        event.deadLetter());
  }

  public static SeenEvent withData(SeenEvent event, String data) {
    return new SeenEvent(
        event.orderId(),
        event.type(),
        event.source(),
        event.id(),
        event.causationId(),
        event.recordedAt(),
        data.getBytes(StandardCharsets.UTF_8),
        event.deadLetter());
  }

  public static SeenEvent deadLetter(SeenEvent event) {
    return new SeenEvent(
        event.orderId(),
        event.type(),
        event.source(),
        event.id(),
        event.causationId(),
        event.recordedAt().plusMillis(5),
        event.data(),
        Optional.of(
            new DeadLetter(
                "http://ship-order/", Optional.of("400"), Optional.of("no such thing"))));
  }

  private static SeenEvent event(
      String orderId, EventType type, String id, String causationId, Instant at) {
    return new SeenEvent(
        orderId,
        type.type(),
        type.source(),
        id,
        Optional.ofNullable(causationId),
        at,
        "{}".getBytes(StandardCharsets.UTF_8),
        Optional.empty());
  }
}
