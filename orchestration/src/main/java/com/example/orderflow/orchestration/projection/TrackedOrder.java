package com.example.orderflow.orchestration.projection;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.order.OrderState;

/**
 * What the projection knows and writes of an order.
 *
 * @param conflict events that contradict each other were seen
 * @param deadLettered an event of it could not be delivered, and nobody replayed it
 * @param counted whether the counts per state have it
 * @param documented whether its document is kept with the order, so that the timeline need not
 * @param customerId null when unknown
 */
record TrackedOrder(
    String orderId,
    Wiring wiring,
    OrderState state,
    boolean conflict,
    boolean deadLettered,
    boolean counted,
    boolean documented,
    String customerId) {

  /** On the dead-letter desk, and nothing has brought it to an end since. */
  boolean stuck() {
    return deadLettered && state instanceof OrderState.Open;
  }

  TrackedOrder in(OrderState next) {
    return new TrackedOrder(
        orderId, wiring, next, conflict, deadLettered, counted, documented, customerId);
  }

  TrackedOrder contradicted() {
    return new TrackedOrder(
        orderId, wiring, state, true, deadLettered, counted, documented, customerId);
  }

  TrackedOrder withDeadLetter() {
    return new TrackedOrder(
        orderId, wiring, state, conflict, true, counted, documented, customerId);
  }

  TrackedOrder nowCounted() {
    return new TrackedOrder(
        orderId, wiring, state, conflict, deadLettered, true, documented, customerId);
  }

  TrackedOrder of(String customer) {
    return new TrackedOrder(
        orderId, wiring, state, conflict, deadLettered, counted, documented, customer);
  }
}
