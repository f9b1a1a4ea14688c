package com.example.orderflow.loadtester.firing;

import com.example.orderflow.loadtester.reading.OutgoingOrder;

/** What one request carries. */
public record Shot(OutgoingOrder order, Kind kind) {

  /** Why it is sent. */
  public enum Kind {
    /** An order that nobody has seen before. */
    NEW,
    /** An order that was sent before: nothing may happen twice. */
    DUPLICATE,
    /** No JSON: nobody may take it for an order. */
    MALFORMED
  }
}
