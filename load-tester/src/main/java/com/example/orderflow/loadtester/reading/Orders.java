package com.example.orderflow.loadtester.reading;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Orders one after the other, one in memory at a time; to be closed.
 *
 * <p>No Stream: its iterator may hold far more than one.
 */
public abstract class Orders implements Iterator<OutgoingOrder>, AutoCloseable {
  private OutgoingOrder next;

  /** The next order, or null at the end. */
  protected abstract OutgoingOrder read();

  /** Whether the next one may leave now; who sends them asks again later. */
  public boolean isReady() {
    return true;
  }

  @Override
  public abstract void close();

  @Override
  public final boolean hasNext() {
    if (next == null) {
      next = read();
    }
    return next != null;
  }

  @Override
  public final OutgoingOrder next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    OutgoingOrder order = next;
    next = null;
    return order;
  }
}
