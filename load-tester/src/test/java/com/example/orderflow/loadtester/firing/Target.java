package com.example.orderflow.loadtester.firing;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers at once; or, for a while after its first request, not at all. */
final class Target implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpServer server;
  private final List<Instant> arrivals = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private volatile Duration stallAfter = Duration.ZERO;
  private volatile Duration stallFor = Duration.ZERO;
  private volatile int status = 200;
  private volatile String body = "";

  Target() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::take)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  Optional<URI> address() {
    return Optional.of(URI.create("http://127.0.0.1:" + server.actualPort()));
  }

  void stall(Duration afterFirst, Duration length) {
    stallAfter = afterFirst;
    stallFor = length;
  }

  void answer(int with, String text) {
    status = with;
    body = text;
  }

  int received() {
    return arrivals.size();
  }

  List<Instant> arrivals() {
    return arrivals;
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void take(HttpServerRequest request) {
    Instant now = Instant.now();
    arrivals.add(now);
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    Duration sinceFirst = Duration.between(arrivals.getFirst(), now);
    Duration end = stallAfter.plus(stallFor);
    if (sinceFirst.compareTo(stallAfter) >= 0 && sinceFirst.compareTo(end) < 0) {
      vertx.setTimer(Math.max(1, end.minus(sinceFirst).toMillis()), over -> answer(request));
    } else {
      answer(request);
    }
  }

  private void answer(HttpServerRequest request) {
    atOnce.decrementAndGet();
    request.response().setStatusCode(status).end(body);
  }
}
