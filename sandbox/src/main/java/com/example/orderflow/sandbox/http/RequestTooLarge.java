package com.example.orderflow.sandbox.http;

import com.example.orderflow.events.Channels;

/** A body above the size that everything in Orderflow is set for. */
class RequestTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;

  RequestTooLarge() {
    super("body: more than %,d bytes".formatted(Channels.LARGEST_EVENT_BYTES));
  }
}
