package com.example.orderflow.orchestration.api;

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
 * backstop above this one, answers without saying why.
 */
@Singleton
class BodyLimit {

  /**
   * What an order's event and those after it add to the order: attributes, causes, totals, the
   * extensions of a dead letter. So the event still fits where an event may have {@link
   * Channels#LARGEST_EVENT_BYTES}.
   */
  private static final int MARGIN = 10_000;

  static final int BYTES = Channels.LARGEST_EVENT_BYTES - MARGIN;

  static final String RULE =
      "body: more than %,d bytes. Send what is ordered as several orders.".formatted(BYTES);

  /** Filters run from the highest priority down. */
  private static final int EARLY = 1_000;

  private final String problem;

  BodyLimit(ObjectMapper json) throws JsonProcessingException {
    problem = json.writeValueAsString(Problem.of(ProblemType.TOO_LARGE, RULE));
  }

  void register(@Observes Filters filters) {
    filters.register(this::checkLength, EARLY);
  }

  /** For a body that did not announce its length. */
  static void check(byte[] body) {
    if (body.length > BYTES) {
      throw new Refused(Problem.of(ProblemType.TOO_LARGE, RULE));
    }
  }

  private void checkLength(RoutingContext request) {
    if (announcedLength(request) <= BYTES) {
      request.next();
      return;
    }
    request
        .response()
        .setStatusCode(ProblemType.TOO_LARGE.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(problem);
  }

  /** The server has refused a length that is no number before anybody is asked here. */
  private static long announcedLength(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }
}
