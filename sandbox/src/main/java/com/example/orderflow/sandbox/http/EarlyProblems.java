package com.example.orderflow.sandbox.http;

import com.example.orderflow.events.Channels;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses what never gets as far as a resource, where the framework would not say why. */
@Singleton
class EarlyProblems {
  /** Filters run from the highest priority down. */
  private static final int EARLY = 1_000;

  /** Routes run from the lowest order up; the framework's last one answers without a body. */
  private static final int BEFORE_FRAMEWORK = -100;

  private final ObjectMapper json;

  EarlyProblems(ObjectMapper json) {
    this.json = json;
  }

  /** By its announced length, a body is refused before any of it is read. */
  void refuseLargeBodies(@Observes Filters filters) {
    filters.register(this::checkLength, EARLY);
  }

  /** A path or query that cannot be decoded reaches no resource. */
  void refuseBrokenUrls(@Observes Router router) {
    router.route().order(BEFORE_FRAMEWORK).failureHandler(this::checkUrl);
  }

  private void checkUrl(RoutingContext request) {
    if (request.statusCode() != Reason.MALFORMED_REQUEST.status()) {
      request.next();
      return;
    }
    String url = '"' + request.request().uri() + '"';
    String rule = "a path and query that can be decoded";
    answer(request, Reason.MALFORMED_REQUEST, new MalformedRequest("url", url, rule));
  }

  private void checkLength(RoutingContext request) {
    if (announcedLength(request) <= Channels.LARGEST_EVENT_BYTES) {
      request.next();
      return;
    }
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    answer(request, Reason.REQUEST_TOO_LARGE, new RequestTooLarge());
  }

  /** The server has refused a length that is no number before anybody is asked here. */
  private static long announcedLength(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  private void answer(RoutingContext request, Reason reason, RuntimeException why) {
    request
        .response()
        .setStatusCode(reason.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.CONTENT_TYPE)
        .end(text(Problem.of(reason, why.getMessage())));
  }

  private String text(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
