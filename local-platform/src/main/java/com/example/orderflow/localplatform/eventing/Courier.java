package com.example.orderflow.localplatform.eventing;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the events of one route along their {@link Course}, up to a hundred at once, in any
 * order.
 *
 * <pre>
 *   accept ─► line ─► slot ─► send ─► answer ─┬─► finished
 *              ▲                              ├─► next step at once, in the same slot
 *              └──────────── timer ◄──────────┴─► next step later: the slot is free meanwhile
 * </pre>
 *
 * <p>All of it happens on one event loop, so there are no locks, and subscribers are called from
 * it.
 */
final class Courier {
  /** As many requests as the real broker has under way for a Trigger or a source. */
  static final int SLOTS = 100;

  /** Often enough to go on soon after an outage, seldom enough not to prolong it. */
  static final Duration HELD = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final Vertx vertx;
  private final Context context;
  private final Route route;
  private final Course course;
  private final DeliveryLog log;
  private final InstantSource clock;
  private final Consumer<Parcel> finished;
  private final ArrayDeque<Parcel> line = new ArrayDeque<>();
  private final Promise<Void> drained = Promise.promise();
  private int inFlight;
  private boolean stopping;
  private boolean holding;

  /**
   * Carries events along a route.
   *
   * @param finished told of every event that needs nothing more
   */
  Courier(
      Vertx vertx, Route route, DeliveryLog log, InstantSource clock, Consumer<Parcel> finished) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.route = route;
    this.course = new Course(route.delivery(), route.reply().isPresent());
    this.log = log;
    this.clock = clock;
    this.finished = finished;
  }

  void accept(List<Parcel> parcels) {
    context.runOnContext(
        now -> {
          parcels.forEach(log::started);
          line.addAll(parcels);
          fillSlots();
        });
  }

  /** Sends nothing more; the future completes when what is in flight has been answered. */
  Future<Void> drain() {
    context.runOnContext(
        now -> {
          stopping = true;
          line.clear();
          completeIfDrained();
        });
    return drained.future();
  }

  private void fillSlots() {
    while (inFlight < SLOTS && !line.isEmpty()) {
      inFlight++;
      send(line.removeFirst());
    }
  }

  private void send(Parcel parcel) {
    parcel.sent(clock.instant());
    step(parcel)
        .onComplete(
            result -> {
              if (Vertx.currentContext() == context) {
                answered(parcel, result);
              } else {
                context.runOnContext(now -> answered(parcel, result));
              }
            });
  }

  private Future<Answer> step(Parcel parcel) {
    var event = parcel.event();
    var timeout = route.delivery().timeout();
    try {
      return switch (parcel.stage()) {
        case Stage.ToSubscriber step -> route.subscriber().deliver(event, parcel.hops(), timeout);
        case Stage.Reply step -> reply(step.reply(), parcel, timeout);
        case Stage.ToDeadLetterSink step ->
            route
                .deadLetterSink()
                .orElseThrow()
                .deliver(
                    DeadLetter.of(event, route.subscriber().uri(), step.reason()),
                    parcel.hops(),
                    timeout);
        case Stage.SinkReply step -> reply(step.reply(), parcel, timeout);
      };
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private Future<Answer> reply(Event reply, Parcel parcel, Duration timeout) {
    return route.reply().orElseThrow().deliver(reply, parcel.hops(), timeout);
  }

  private void answered(Parcel parcel, AsyncResult<Answer> result) {
    parcel.answered(
        result.succeeded()
            ? Integer.toString(result.result().status())
            : String.valueOf(result.cause().getMessage()));
    switch (course.next(parcel.stage(), Optional.ofNullable(result.result()))) {
      case Move.Go(Stage next, Duration pause) when pause.isZero() -> {
        parcel.goesOn(next, Optional.empty());
        send(parcel);
        return;
      }
      case Move.Go(Stage next, Duration pause) -> later(parcel, next, pause);
      case Move.Hold(Stage next) -> {
        tellOnce(parcel);
        later(parcel, next, HELD);
      }
      case Move.End(Outcome outcome) -> end(parcel, outcome);
    }
    inFlight--;
    fillSlots();
    completeIfDrained();
  }

  private void later(Parcel parcel, Stage next, Duration pause) {
    parcel.goesOn(next, Optional.of(clock.instant().plus(pause)));
    vertx.setTimer(Math.max(1, pause.toMillis()), due -> due(parcel));
  }

  private void due(Parcel parcel) {
    if (!stopping) {
      line.addLast(parcel);
      fillSlots();
    }
  }

  private void end(Parcel parcel, Outcome outcome) {
    switch (outcome) {
      case DELIVERED -> {}
      case DEAD_LETTERED ->
          LOG.info(
              "{} has sent {} to its dead letter sink (last answer: {}).",
              route.name(),
              parcel.event(),
              parcel.lastAnswer());
      case DROPPED ->
          LOG.warn(
              "{} drops {} (last answer: {}): it has no dead letter sink.",
              route.name(),
              parcel.event(),
              parcel.lastAnswer());
    }
    holding = false;
    log.finished(parcel, parcel.finished(outcome, clock.instant()));
    finished.accept(parcel);
  }

  private void tellOnce(Parcel parcel) {
    if (!holding) {
      holding = true;
      LOG.warn(
          "{} holds {} at the step '{}' (last answer: {}), and others like it, and tries again every {} s.",
          route.name(),
          parcel.event(),
          parcel.status().step(),
          parcel.lastAnswer(),
          HELD.toSeconds());
    }
  }

  private void completeIfDrained() {
    if (stopping && inFlight == 0) {
      drained.tryComplete();
    }
  }
}
