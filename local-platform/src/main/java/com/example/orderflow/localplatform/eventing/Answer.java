package com.example.orderflow.localplatform.eventing;

import static java.util.Objects.requireNonNull;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What a destination answered over HTTP, or would have. */
public record Answer(int status, MultiMap headers, Buffer body) {
  public Answer {
    requireNonNull(headers, "headers");
    requireNonNull(body, "body");
  }

  /** An answer of nothing but a status. */
  static Answer empty(int status) {
    return new Answer(status, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer());
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }
}
