package com.example.orderflow.events;

/** How an order ends. Every accepted order reaches exactly one of these, or the dead letters. */
public enum Outcome {
  SHIPPED,
  REJECTED,
  PAYMENT_FAILED,
  /** Paid, but no carrier would take it: the money went back. */
  CANCELLED
}
