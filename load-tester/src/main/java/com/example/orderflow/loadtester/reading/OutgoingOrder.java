package com.example.orderflow.loadtester.reading;

import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.Order;
import java.util.List;
import java.util.Optional;

/**
 * An order ready to be sent.
 *
 * @param eventId id of its {@code order.created}
 * @param traceParent the trace it belongs to, when its file says so
 * @param data the order as JSON, as its file has it
 * @param expected how it has to end, when its file says so
 */
public record OutgoingOrder(
    String orderId,
    String eventId,
    Optional<String> traceParent,
    String data,
    Optional<Expected> expected) {

  public OutgoingOrder {
    requireOrderId(orderId);
  }

  /** An order with the id that every {@code order.created} of it has. */
  public static OutgoingOrder of(String orderId, String data) {
    return new OutgoingOrder(
        orderId,
        EventIds.ofOrder(requireOrderId(orderId)),
        Optional.empty(),
        data,
        Optional.empty());
  }

  /** The same order under another id, as a new one. */
  OutgoingOrder renamed(String otherId, String sameDataWithOtherId) {
    return new OutgoingOrder(
        otherId, EventIds.ofOrder(otherId), traceParent, sameDataWithOtherId, expected);
  }

  public OutgoingOrder expecting(Expected ending) {
    return new OutgoingOrder(orderId, eventId, traceParent, data, Optional.of(ending));
  }

  /** The contract alone says what an order id is. */
  static String requireOrderId(String orderId) {
    return new Order(orderId, null, null, null, null, List.of()).orderId();
  }
}
