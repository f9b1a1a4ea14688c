package com.example.orderflow.orchestration.benchmark;

import com.example.orderflow.orchestration.Api;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
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

  private final HttpClient client =
      Vertx.vertx().createHttpClient(new HttpClientOptions().setMaxPoolSize(COUNT));

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
      client
          .request(HttpMethod.GET, port, "127.0.0.1", path)
          .compose(request -> request.send())
          .compose(HttpClientResponse::body)
          .toCompletionStage()
          .toCompletableFuture()
          .get();
      millis[n] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[READS / 2];
  }

  private Future<String> post(int port) {
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/orders")
                .putHeader("content-type", "application/json")
                .putHeader("idempotency-key", UUID.randomUUID().toString()))
        .compose(request -> request.send(ORDER))
        .compose(Customers::orderId);
  }

  private static Future<String> orderId(HttpClientResponse response) {
    return response
        .body()
        .compose(
            body ->
                response.statusCode() == 202
                    ? Future.succeededFuture(orderId(response.getHeader("location")))
                    : Future.failedFuture("%d: %s".formatted(response.statusCode(), body)));
  }

  private static String orderId(String location) {
    return location.substring(location.lastIndexOf(PATH) + PATH.length());
  }
}
