package com.example.orderflow.localplatform.eventing;

import static java.util.Objects.requireNonNull;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * An event on its way to a destination: over HTTP always in binary mode.
 *
 * @param path of the request
 * @param hops how often the event's ancestors have been through a Broker or channel; only these
 *     read it, and no header carries it
 */
public record Delivery(Event event, String path, int hops) {
  public Delivery {
    requireNonNull(event, "event");
    requireNonNull(path, "path");
  }

  /** All headers of the request but those of HTTP itself (host, content-length). */
  public MultiMap headers() {
    return BinaryMode.headers(event).set("prefer", "reply");
  }

  /** The data of the event, byte for byte. */
  public Buffer body() {
    return Buffer.buffer(event.data());
  }
}
