package com.example.orderflow.eventpolicy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Puts the policy around Funqy: the gate before it, the failures behind it, the timer around. */
@Singleton
final class EventPolicy {

  /** Behind the body handler, before Funqy's own route. */
  private static final int ORDER = -100;

  /** Probes and metrics are no events. */
  private static final String NO_EVENTS = "/q/";

  /** Knative's brokers ignore it, other senders do not. */
  private static final String RETRY_AFTER_SECONDS = "1";

  private final EventTimer timer;
  private final EventLog log = new EventLog();

  EventPolicy(EventTimer timer) {
    this.timer = timer;
  }

  void install(@Observes Router router) {
    router.route().order(ORDER).handler(this::receive).failureHandler(this::answerFailure);
  }

  private void receive(RoutingContext routing) {
    if (Railway.leadsTo(routing)) {
      Railway.enter(routing);
      return;
    }
    if (!routing.request().path().startsWith(NO_EVENTS)) {
      timer.start(routing);
      Received.atGate(routing);
      Received.through(routing, Gate.pass(routing));
    }
    routing.next();
  }

  private void answerFailure(RoutingContext routing) {
    String path = routing.request().path();
    if (path != null && path.startsWith(NO_EVENTS)) {
      routing.next();
      return;
    }
    Envelope envelope = Received.envelope(routing);
    Problem problem =
        Received.isUnread(routing)
            ? Failures.unread(routing.statusCode())
            : Failures.of(
                routing.statusCode(), routing.failure(), envelope == null ? null : envelope.type());
    if (problem.type() == ProblemType.UNKNOWN_TYPE && Railway.carries(routing)) {
      Received.passedOn(routing);
      Railway.passOn(routing);
      return;
    }
    log.failed(envelope, problem, routing.failure());
    // A sender that broke off its request is not there to read an answer.
    if (!routing.response().ended() && !routing.response().closed()) {
      answer(routing, problem);
    }
  }

  private static void answer(RoutingContext routing, Problem problem) {
    HttpServerResponse response =
        routing
            .response()
            .setStatusCode(problem.type().status())
            .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    switch (problem.type()) {
      case UNAVAILABLE -> response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
      case NOT_POSTED -> response.putHeader(HttpHeaders.ALLOW, "POST");
      // Reads and forgets the rest, so that the sender gets to read the answer.
      case TOO_LARGE -> routing.request().resume();
      default -> {}
    }
    response.end(problem.json());
  }
}
