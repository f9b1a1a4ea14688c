package com.example.orderflow.orchestration.benchmark;

import com.example.orderflow.orchestration.Api;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Places orders as fast as they are accepted: each customer has one under way. */
final class Customers {
  static final int COUNT = 128;
  private static final int READS = 101;
  private static final String PATH = "/orders/";
  private static final Buffer ORDER = Buffer.buffer(Api.unnamed(6));

  private final WebClient client =
      WebClient.create(Vertx.vertx(), new WebClientOptions().setMaxPoolSize(COUNT));

  /**
   * Orders that were accepted.
   *
   * @param millis from sending each to its answer
   */
  record Placed(List<String> orderIds, double seconds, double[] millis) {}

  /** Every order has a key of its own, as those of customers that send again have. */
  Placed place(int port, int orders) throws InterruptedException {
    String[] ids = new String[orders];
    double[] millis = new double[orders];
    Semaphore free = new Semaphore(COUNT);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    long start = System.nanoTime();
    for (int n = 0; n < orders; n++) {
      free.acquire();
      int number = n;
      long sent = System.nanoTime();
      post(port)
          .onSuccess(id -> ids[number] = id)
          .onFailure(failure::set)
          .onComplete(
              done -> {
                millis[number] = (System.nanoTime() - sent) / 1e6;
                free.release();
              });
    }
    free.acquire(COUNT);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (failure.get() != null) {
      throw new IllegalStateException("an order was not accepted", failure.get());
    }
    return new Placed(Arrays.asList(ids), seconds, millis);
  }

  /** Milliseconds of the median answer. */
  double get(int port, String path) throws InterruptedException, ExecutionException {
    double[] millis = new double[READS];
    for (int n = 0; n < READS; n++) {
      long start = System.nanoTime();
      client.get(port, "127.0.0.1", path).send().toCompletionStage().toCompletableFuture().get();
      millis[n] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[READS / 2];
  }

  private Future<String> post(int port) {
    return client
        .post(port, "127.0.0.1", "/orders")
        .putHeader("content-type", "application/json")
        .putHeader("idempotency-key", UUID.randomUUID().toString())
        .sendBuffer(ORDER)
        .compose(Customers::orderId);
  }

  private static Future<String> orderId(HttpResponse<Buffer> response) {
    return response.statusCode() == 202
        ? Future.succeededFuture(orderId(response.getHeader("location")))
        : Future.failedFuture("%d: %s".formatted(response.statusCode(), response.bodyAsString()));
  }

  private static String orderId(String location) {
    return location.substring(location.lastIndexOf(PATH) + PATH.length());
  }
}
