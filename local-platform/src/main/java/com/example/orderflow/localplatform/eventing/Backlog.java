package com.example.orderflow.localplatform.eventing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much a route has read and not finished. When it is full the route stops reading, so that a
 * subscriber that is away for hours costs no more memory than one that is away for a minute.
 */
final class Backlog {
  /**
   * Fifty times what may be in flight, so that events that wait for a retry, or for a function that
   * starts, stop nothing.
   */
  static final int MOST_EVENTS = 5_000;

  /** A few hundred of the largest orders. */
  static final long MOST_BYTES = 16L << 20;

  private final AtomicInteger events = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  void started(Event event) {
    events.incrementAndGet();
    bytes.addAndGet(event.bytes());
  }

  void finished(Event event) {
    events.decrementAndGet();
    bytes.addAndGet(-event.bytes());
  }

  boolean isFull() {
    return events.get() >= MOST_EVENTS || bytes.get() >= MOST_BYTES;
  }
}
