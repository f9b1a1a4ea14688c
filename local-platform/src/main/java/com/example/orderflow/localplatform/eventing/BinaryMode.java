package com.example.orderflow.localplatform.eventing;

import io.vertx.core.MultiMap;

/** Binary content mode over HTTP: attributes as {@code ce-} headers, data as the body. */
final class BinaryMode {
  static final String PREFIX = "ce-";
  static final String CONTENT_TYPE = "content-type";

  private BinaryMode() {}

  static MultiMap headers(Event event) {
    var headers = MultiMap.caseInsensitiveMultiMap();
    event
        .attributes()
        .forEach(
            (name, value) -> {
              if (name.equals(Event.CONTENT_TYPE)) {
                headers.set(CONTENT_TYPE, value);
              } else {
                headers.set(PREFIX + name, HeaderValue.encode(value));
              }
            });
    return headers;
  }
}
