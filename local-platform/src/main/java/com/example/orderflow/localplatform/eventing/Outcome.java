package com.example.orderflow.localplatform.eventing;

/** How a route finished with an event. */
public enum Outcome {
  /** The subscriber took it, and its reply is where it belongs. */
  DELIVERED,
  /** The dead letter sink has it. */
  DEAD_LETTERED,
  /** Nobody has it: the route has no dead letter sink. */
  DROPPED
}
