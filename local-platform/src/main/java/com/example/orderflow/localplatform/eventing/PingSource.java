package com.example.orderflow.localplatform.eventing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an event whenever its {@link Schedule} says so.
 *
 * <pre>
 *   waits ─► due ─► event ─► sink ─┬─ 2xx ─────────────────────────► done
 *     ▲       │        ▲           ├─ retryable: again, 5 times ─┐
 *     └───────┘        └───────────┼─────────────────────────────┘
 *                                  └─ anything else ─► lost, with a log line: the next one comes
 * </pre>
 *
 * <p>A PingSource states no delivery; the real one has these retries built in. What was due while
 * the platform was stopped is not made up for.
 */
final class PingSource implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PingSource.class);

  /** Pauses of 50, 100, 200, 400 and 800 ms. */
  private static final DeliverySpec DELIVERY =
      new DeliverySpec(
          5,
          BackoffPolicy.EXPONENTIAL,
          Duration.ofMillis(25),
          Duration.ofSeconds(30),
          Optional.empty());

  private final Vertx vertx;
  private final PingSourceSpec spec;
  private final Route.Stop sink;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final Course course = new Course(DELIVERY, false);
  private volatile boolean closed;

  PingSource(
      Vertx vertx,
      PingSourceSpec spec,
      Route.Stop sink,
      InstantSource clock,
      Supplier<String> ids) {
    this.vertx = vertx;
    this.spec = spec;
    this.sink = sink;
    this.clock = clock;
    this.ids = ids;
  }

  void start() {
    var now = clock.instant();
    spec.schedule().next(now).ifPresent(next -> wait(Duration.between(now, next)));
  }

  @Override
  public void close() {
    closed = true;
  }

  private void wait(Duration pause) {
    // A timer counts whole milliseconds: one more, so that it is not early and due twice.
    vertx.setTimer(pause.toMillis() + 1, due -> due());
  }

  private void due() {
    if (!closed) {
      send(event(clock.instant()), new Stage.ToSubscriber(1));
      start();
    }
  }

  private void send(Event event, Stage stage) {
    if (closed) {
      return;
    }
    sink.deliver(event, 0, DELIVERY.timeout())
        .onComplete(
            result -> {
              switch (course.next(stage, Optional.ofNullable(result.result()))) {
                case Move.Go(Stage next, Duration pause) ->
                    vertx.setTimer(Math.max(1, pause.toMillis()), due -> send(event, next));
                case Move.End(Outcome outcome) when outcome == Outcome.DELIVERED -> {}
                default -> LOG.warn("PingSource {} lost {}: {}", spec.name(), event, why(result));
              }
            });
  }

  private static String why(AsyncResult<Answer> result) {
    return result.succeeded()
        ? "answered " + result.result().status()
        : String.valueOf(result.cause().getMessage());
  }

  private Event event(Instant now) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(Event.SPEC_VERSION, "1.0");
    attributes.put(Event.ID, ids.get());
    attributes.put(Event.TYPE, "dev.knative.sources.ping");
    attributes.put(Event.SOURCE, spec.eventSource());
    attributes.put(Event.TIME, now.toString());
    if (spec.data().isPresent()) {
      spec.contentType().ifPresent(type -> attributes.put(Event.CONTENT_TYPE, type));
    }
    return new Event(attributes, spec.data().map(data -> data.getBytes(UTF_8)).orElse(null));
  }
}
