package com.example.orderflow.localplatform.serving;

import com.example.orderflow.localplatform.eventing.Answer;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** Answers of the platform in place of a function, with the statuses of Knative's activator. */
final class Refusal {
  private Refusal() {}

  static Answer tooLarge(int limit) {
    return of(413, "Request too large", "The body has more than %d bytes.".formatted(limit));
  }

  static Answer brokenOff(String service, String reason) {
    return of(
        502,
        "Instance broke off",
        "An instance of %s did not answer: %s.".formatted(service, reason));
  }

  static Answer tooManyWaiting(String service, int waiting) {
    return of(
        503,
        "Too many requests wait",
        "%d requests wait for an instance of %s already.".formatted(waiting, service));
  }

  static Answer crashLooping(String service, String reason, Duration retryIn) {
    Answer answer =
        of(
            503,
            "Service crashes",
            "%s ends again and again: %s. Its log says why.".formatted(service, reason));
    answer.headers().set("retry-after", Long.toString(retryIn.toSeconds() + 1));
    return answer;
  }

  static Answer stopping(String service) {
    return of(503, "Service stops", "%s is stopping.".formatted(service));
  }

  static Answer timedOut(String service, Duration timeout) {
    return of(
        504,
        "Request timed out",
        "%s did not answer within %d ms.".formatted(service, timeout.toMillis()));
  }

  private static Answer of(int status, String title, String detail) {
    return new Answer(
        status,
        MultiMap.caseInsensitiveMultiMap().set("content-type", "application/problem+json"),
        new JsonObject()
            .put("title", title)
            .put("status", status)
            .put("detail", detail)
            .toBuffer());
  }
}
