package com.example.orderflow.eventpolicy;

import io.vertx.core.json.JsonObject;

/**
 * The body of an answer that is no event: {@code application/problem+json}, RFC 9457.
 *
 * @param detail this one problem: the value and the rule, cut to {@value #LONGEST_DETAIL}
 *     characters
 */
record Problem(ProblemType type, String detail) {

  static final String MEDIA_TYPE = "application/problem+json";

  /** Knative keeps only the first 1,024 bytes of an answer with a dead letter. */
  static final int LONGEST_DETAIL = 500;

  Problem {
    if (detail.length() > LONGEST_DETAIL) {
      detail = detail.substring(0, LONGEST_DETAIL - 1) + "…";
    }
  }

  String json() {
    return new JsonObject()
        .put("type", type.uri())
        .put("title", type.title())
        .put("status", type.status())
        .put("detail", detail)
        .encode();
  }
}
