package com.example.orderflow.localplatform.eventing;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;

/** Refusals with their reason, as {@code application/problem+json}; the real broker's are empty. */
final class Problem {
  private static final String MEDIA_TYPE = "application/problem+json";

  private Problem() {}

  static Answer of(int status, String title, String detail) {
    var body =
        new JsonObject().put("title", title).put("status", status).put("detail", detail).toBuffer();
    return new Answer(
        status, MultiMap.caseInsensitiveMultiMap().add("content-type", MEDIA_TYPE), body);
  }
}
