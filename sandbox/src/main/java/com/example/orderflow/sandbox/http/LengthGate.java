package com.example.orderflow.sandbox.http;

import com.example.orderflow.events.Channels;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses a body by its announced length, before any of it is read. The framework's own limit, a
 * backstop above ours, answers without saying why.
 */
@Singleton
class LengthGate {
  /** Filters run from the highest priority down. */
  private static final int EARLY = 1_000;

  private final String problem;

  LengthGate(ObjectMapper json) throws JsonProcessingException {
    problem =
        json.writeValueAsString(
            Problem.of(Reason.REQUEST_TOO_LARGE, new RequestTooLarge().getMessage()));
  }

  void register(@Observes Filters filters) {
    filters.register(this::checkLength, EARLY);
  }

  private void checkLength(RoutingContext request) {
    if (announcedLength(request) <= Channels.LARGEST_EVENT_BYTES) {
      request.next();
      return;
    }
    request
        .response()
        .setStatusCode(Reason.REQUEST_TOO_LARGE.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.CONTENT_TYPE)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(problem);
  }

  /** The server has refused a length that is no number before anybody is asked here. */
  private static long announcedLength(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }
}
