package com.example.orderflow.loadtester.sending;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Posts over HTTP, on one event loop of its own. A connection has one request at a time, as most
 * clients do it, so that no request waits behind another one's answer; there are as many as
 * requests may wait.
 */
public final class HttpTarget implements AutoCloseable {
  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(5);

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Context loop = vertx.getOrCreateContext();
  private final HttpClient client;
  private final Entrance entrance;
  private final Supplier<Optional<URI>> address;
  private final Duration timeout;
  private volatile Optional<RequestOptions> to;

  /**
   * @param address empty while nobody listens
   * @param timeout for an answer
   */
  public HttpTarget(
      Entrance entrance, Supplier<Optional<URI>> address, int mostInFlight, Duration timeout) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(true)
                .setTcpNoDelay(true)
                .setDecompressionSupported(false),
            new PoolOptions().setHttp1MaxSize(mostInFlight));
    this.entrance = entrance;
    this.address = address;
    this.timeout = timeout;
    lookUp();
  }

  /** Asks again where the target listens: it may have come back on another port. */
  public void lookUp() {
    to = address.get().map(this::options);
  }

  /** Lets something happen on the event loop. */
  public void run(Runnable work) {
    loop.runOnContext(now -> work.run());
  }

  /** The same, later. */
  void after(Duration rest, Runnable work) {
    if (rest.isZero()) {
      run(work);
    } else {
      pause(rest).onSuccess(over -> run(work));
    }
  }

  /** Waits, without holding up the event loop. */
  Future<Void> pause(Duration length) {
    return vertx.timer(length.toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
  }

  /** To be called on the event loop; the future never fails. */
  public Future<Answer> post(Copy copy) {
    Optional<RequestOptions> known = to;
    if (known.isEmpty()) {
      return Future.succeededFuture(new Answer.None("the platform is not running"));
    }
    return client
        .request(known.get())
        .compose(request -> send(request, copy))
        .compose(HttpTarget::read)
        .recover(failure -> Future.succeededFuture(new Answer.None(words(failure))));
  }

  /** Whatever still waits is not answered any more. */
  @Override
  public void close() {
    try {
      vertx
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(LONGEST_CLOSING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      return; // its threads are daemons and end with the process
    }
  }

  private RequestOptions options(URI uri) {
    boolean tls = "https".equals(uri.getScheme());
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setSsl(tls)
        .setHost(uri.getHost())
        .setPort(uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80)
        .setURI(path + query)
        .setConnectTimeout(timeout.toMillis())
        .setIdleTimeout(timeout.toMillis());
  }

  private Future<HttpClientResponse> send(HttpClientRequest request, Copy copy) {
    entrance.headers(copy).forEach(request::putHeader);
    return request.send(Buffer.buffer(copy.order().data()));
  }

  private static Future<Answer> read(HttpClientResponse response) {
    int status = response.statusCode();
    Optional<String> type = Optional.ofNullable(response.getHeader("ce-type"));
    return response
        .body()
        .map(body -> new Answer.Status(status, type, status < 300 ? "" : body.toString()));
  }

  /** Without ports and other numbers, so that the same fault is one line in the report. */
  private static String words(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return "no answer in time";
    }
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return message.replaceAll(": [^ ]+/[0-9.]+:[0-9]+", "");
  }
}
