package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast one Trigger is: real Kafka, a subscriber that answers 200 at once, events of about 1 kB.
 * Sender, platform and subscriber share this process and its cores.
 *
 * <pre>
 *   sender ─► ingress ─► Kafka ─► Trigger ─► subscriber
 *   └─────────────────── hop ──────────────────┘
 * </pre>
 *
 * It prints the throughput with 100 senders at once, and the time of a hop at a steady rate.
 */
final class EventingBenchmark {
  private static final int WARM_UP = 20_000;
  private static final int EVENTS = 30_000;
  private static final int SENDERS = 100;
  private static final int STEADY_RATE = 300;
  private static final Buffer BODY = Buffer.buffer("{\"text\":\"" + "x".repeat(1000) + "\"}");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(SENDERS));
  private final long[] sentAt = new long[WARM_UP + EVENTS];
  private final long[] hops = new long[WARM_UP + EVENTS];
  private CountDownLatch arrivals = new CountDownLatch(0);

  public static void main(String[] args) throws Exception {
    try (var kafka = new TestKafka()) {
      new EventingBenchmark().run(kafka);
    }
  }

  private void run(TestKafka kafka) throws Exception {
    var subscriber = await(vertx.createHttpServer().requestHandler(this::arrived).listen(0));
    var broker = new BrokerSpec("benchmark", "orders", 10, DeliverySpec.BROKER_DEFAULT);
    var trigger =
        new TriggerSpec(
            "benchmark",
            "only",
            "orders",
            EventFilter.EVERY_EVENT,
            new Address.UriAddress(URI.create("http://localhost:" + subscriber.actualPort())),
            Optional.empty());
    var spec = EventingSpec.of(List.of(broker), List.of(trigger), List.of());
    Eventing.createTopics(kafka.bootstrapServers(), spec);
    try (var eventing = Eventing.start(vertx, kafka.bootstrapServers(), spec, none -> null)) {
      var ingress = await(vertx.createHttpServer().requestHandler(eventing.ingress()).listen(0));
      measureThroughput(ingress.actualPort(), WARM_UP);
      System.out.printf(
          "throughput  %,.0f events/s through one Trigger%n",
          measureThroughput(ingress.actualPort(), EVENTS));
      measureHops(ingress.actualPort(), 10 * STEADY_RATE);
      measureHops(ingress.actualPort(), 20 * STEADY_RATE);
      System.out.printf(
          "hop at %d/s  p50 %.1f ms  p90 %.1f ms  p99 %.1f ms%n",
          STEADY_RATE, percentile(50), percentile(90), percentile(99));
    } finally {
      vertx.close();
    }
  }

  private double measureThroughput(int port, int events) throws Exception {
    arrivals = new CountDownLatch(events);
    var free = new Semaphore(SENDERS);
    long start = System.nanoTime();
    for (int i = 0; i < events; i++) {
      free.acquire();
      send(port, i).onComplete(answer -> free.release());
    }
    arrivals.await();
    return events / ((System.nanoTime() - start) / 1e9);
  }

  private void measureHops(int port, int events) throws Exception {
    arrivals = new CountDownLatch(events);
    Arrays.fill(hops, 0);
    long start = System.nanoTime();
    for (int i = 0; i < events; i++) {
      LockSupport.parkNanos(start + TimeUnit.SECONDS.toNanos(i) / STEADY_RATE - System.nanoTime());
      send(port, i);
    }
    arrivals.await();
  }

  private Future<Buffer> send(int port, int number) {
    sentAt[number] = System.nanoTime();
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setPort(port)
                .setURI("/benchmark/orders")
                .putHeader("ce-specversion", "1.0")
                .putHeader("ce-id", Integer.toString(number))
                .putHeader("ce-source", "/benchmark")
                .putHeader("ce-type", "benchmark.event")
                .putHeader("content-type", "application/json"))
        .compose(request -> request.send(BODY))
        .compose(
            response ->
                response.statusCode() == 202
                    ? response.body()
                    : Future.failedFuture("Refused: " + response.statusCode()))
        .onFailure(Throwable::printStackTrace);
  }

  private void arrived(HttpServerRequest request) {
    int number = Integer.parseInt(request.getHeader("ce-id"));
    hops[number] = System.nanoTime() - sentAt[number];
    request.response().end();
    arrivals.countDown();
  }

  private double percentile(int percent) {
    var sorted = Arrays.stream(hops).filter(hop -> hop > 0).sorted().toArray();
    return sorted[sorted.length * percent / 100] / 1e6;
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .get(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
  }
}
