package com.example.orderflow.loadtester.sending;

import com.example.orderflow.loadtester.reading.OutgoingOrder;
import java.time.Instant;

/** Hears what the sender does; called from its threads, several at a time. */
public interface SendListener {
  /** A request for the order leaves for the first time. */
  default void posting(OutgoingOrder order, Instant at) {}

  /** A try failed, and there will be another. */
  default void retrying(OutgoingOrder order, String reason) {}

  /** The request is settled. */
  default void settled(OutgoingOrder order, SendOutcome outcome) {}
}
