package com.example.orderflow.localplatform.eventing;

/** How a Trigger finished with an event. */
public enum Outcome {
  /** The subscriber took it, and the broker its reply, if any. */
  DELIVERED,
  /** The dead letter sink has it. */
  DEAD_LETTERED,
  /** Nobody has it: the Trigger has no dead letter sink. */
  DROPPED
}
