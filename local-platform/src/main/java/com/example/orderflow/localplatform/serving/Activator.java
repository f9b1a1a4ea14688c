package com.example.orderflow.localplatform.serving;

import com.example.orderflow.localplatform.eventing.Answer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Takes the requests of one Service and finds each an instance: Knative's activator and
 * queue-proxies in one.
 *
 * <pre>
 *   request ─► queue ──── an instance has room ────► instance ─► answer
 *                │ ▲                                   │    └─ broke off ──────────► 502
 *                │ └────── took no connection ─────────┘
 *                ├─ full, or the program crashes again and again ──────────────────► 503
 *                └─ no answer within the timeout, here or at the instance ─────────► 504
 * </pre>
 *
 * All of it runs on one context of Vert.x, and so needs no locks.
 */
final class Activator implements Fleet.Demand {
  /** Ten times what a Trigger has on its way at once; of 1 MB each they would take 1 GB. */
  static final int MOST_WAITING = 1_000;

  private final Vertx vertx;
  private final ServiceSpec service;
  private final Proxy proxy;
  private final Clock clock;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private final SequencedSet<Waiting> atInstances = new LinkedHashSet<>();
  private Fleet fleet;
  private boolean closing;

  Activator(Vertx vertx, ServiceSpec service, Proxy proxy, Clock clock) {
    this.vertx = vertx;
    this.service = service;
    this.proxy = proxy;
    this.clock = clock;
  }

  /** The two know each other; whoever makes them introduces them. */
  void use(Fleet fleet) {
    this.fleet = fleet;
  }

  /** There was no answer within the time. */
  static final class TimedOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TimedOutException(Duration timeout) {
      super("no answer within %d ms".formatted(timeout.toMillis()));
    }
  }

  /** Fails with {@link TimedOutException}, and with nothing else. */
  Future<Answer> serve(Call call, Duration timeout) {
    if (closing) {
      return Future.succeededFuture(Refusal.stopping(service.name()));
    }
    Optional<Fleet.Crash> crash = fleet.resting();
    if (crash.isPresent()) {
      return Future.succeededFuture(refusal(crash.get()));
    }
    if (queue.size() >= MOST_WAITING) {
      return Future.succeededFuture(Refusal.tooManyWaiting(service.name(), queue.size()));
    }
    Waiting request = new Waiting(call, clock.instant());
    long timer = vertx.setTimer(timeout.toMillis(), id -> timedOut(request, timeout));
    queue.addLast(request);
    onRoom();
    if (fleet.instances().count() == 0) {
      fleet.scale();
    }
    return request.future().onComplete(answer -> vertx.cancelTimer(timer));
  }

  int waiting() {
    return queue.size();
  }

  /** Refuses what no instance has begun. */
  void close() {
    closing = true;
    answerQueue(Refusal.stopping(service.name()));
  }

  @Override
  public int concurrency() {
    return queue.size() + atInstances.size();
  }

  @Override
  public Optional<Instant> oldest() {
    if (service.containerConcurrency() > 0) {
      return Optional.ofNullable(queue.peekFirst()).map(Waiting::since);
    }
    return atInstances.isEmpty() ? Optional.empty() : Optional.of(atInstances.getFirst().since());
  }

  @Override
  public void onRoom() {
    while (!queue.isEmpty()) {
      Optional<Instance> instance = fleet.instances().withRoom();
      if (instance.isEmpty()) {
        return;
      }
      send(queue.removeFirst(), instance.get());
    }
  }

  @Override
  public void onCrashLoop() {
    fleet.resting().ifPresent(crash -> answerQueue(refusal(crash)));
  }

  private void send(Waiting request, Instance instance) {
    instance.take();
    atInstances.add(request);
    proxy
        .send(request.exchange(), request.call(), instance.port())
        .onComplete(
            result -> {
              atInstances.remove(request);
              instance.release();
              if (result.succeeded()) {
                request.answer(result.result());
              } else {
                failed(request, instance, result.cause());
              }
              onRoom();
            });
  }

  private void failed(Waiting request, Instance instance, Throwable failure) {
    if (failure instanceof Proxy.NotSentException) {
      instance.breakOff();
      if (!request.isAnswered()) {
        queue.addFirst(request);
      }
    } else {
      request.answer(Refusal.brokenOff(service.name(), failure.getMessage()));
    }
  }

  private void timedOut(Waiting request, Duration timeout) {
    request.fail(new TimedOutException(timeout));
    queue.remove(request);
  }

  private void answerQueue(Answer answer) {
    List<Waiting> refused = new ArrayList<>(queue);
    queue.clear();
    refused.forEach(request -> request.answer(answer));
  }

  private Answer refusal(Fleet.Crash crash) {
    return Refusal.crashLooping(service.name(), crash.reason(), crash.retryIn());
  }
}
