package com.example.orderflow.localplatform.serving;

import com.example.orderflow.localplatform.eventing.Answer;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.util.Locale;
import java.util.Set;

/** Sends requests to instances. */
final class Proxy {
  static final String HOST = "127.0.0.1";

  /** They concern one connection, and we have another (RFC 9110, 7.6.1). */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "content-length",
          "host",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final HttpClient client;

  Proxy(HttpClient client) {
    this.client = client;
  }

  /** A request that went nowhere: it may be sent to another instance. */
  static final class NotSentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSentException(Throwable cause) {
      super(cause);
    }
  }

  /** A request that was sent: its answer, or that there is none. */
  static final class Exchange {
    private HttpClientRequest request;
    private boolean abandoned;

    /** Nobody waits for the answer any more. */
    void abandon() {
      abandoned = true;
      if (request != null) {
        request.reset();
      }
    }

    private Future<HttpClientResponse> send(HttpClientRequest acquired, Buffer body) {
      request = acquired;
      if (abandoned) {
        request.reset();
        return Future.failedFuture("nobody waits for the answer");
      }
      return request.send(body);
    }
  }

  /**
   * @param exchange takes the request, so that it can be abandoned
   * @return fails with {@link NotSentException} when the instance took no connection, and with
   *     anything else when it broke off
   */
  Future<Answer> send(Exchange exchange, Call call, int port) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(call.method())
            .setHost(HOST)
            .setPort(port)
            .setURI(call.uri())
            .setHeaders(endToEnd(call.headers()));
    return client
        .request(options)
        .recover(failure -> Future.failedFuture(new NotSentException(failure)))
        .compose(request -> exchange.send(request, call.body()))
        .compose(
            response ->
                response
                    .body()
                    .map(
                        body ->
                            new Answer(response.statusCode(), endToEnd(response.headers()), body)));
  }

  private static MultiMap endToEnd(MultiMap headers) {
    MultiMap passed = MultiMap.caseInsensitiveMultiMap();
    headers.forEach(
        (name, value) -> {
          if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
            passed.add(name, value);
          }
        });
    return passed;
  }
}
