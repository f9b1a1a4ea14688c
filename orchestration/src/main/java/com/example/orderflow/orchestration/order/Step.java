package com.example.orderflow.orchestration.order;

/** What an event did to an order. */
public sealed interface Step {

  /** The state afterwards. */
  OrderState state();

  /** The order came further, perhaps by several states: events may overtake each other. */
  record Moved(OrderState state) implements Step {}

  /** The order had already come that far, or further. */
  record Stayed(OrderState state) implements Step {}

  /**
   * The event cannot be true beside what was seen before: two ends, or an end that does not lie on
   * the order's way. The end that was seen first stays.
   *
   * @param state the end that counts
   * @param before the state in which the event found the order
   */
  record Contradicted(OrderState state, OrderState before) implements Step {}
}
