package com.example.orderflow.localplatform.eventing;

import static org.awaitility.Awaitility.await;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that answers as it is told and keeps what it got. */
final class Subscriber implements AutoCloseable {
  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Queue<Reply> script = new ArrayDeque<>();
  private Reply otherwise = Reply.status(200);

  Subscriber(Vertx vertx) {
    try {
      server =
          vertx
              .createHttpServer()
              .requestHandler(this::handle)
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The next answers, one for each request; when they are used up, 200 again. */
  synchronized Subscriber answers(Reply... replies) {
    script.addAll(List.of(replies));
    return this;
  }

  synchronized Subscriber always(Reply reply) {
    otherwise = reply;
    return this;
  }

  Address address() {
    return new Address.UriAddress(
        URI.create("http://127.0.0.1:%d/".formatted(server.actualPort())));
  }

  List<Call> calls() {
    return calls;
  }

  /** What it got, as soon as it got that many. */
  List<Call> gets(int count) {
    await("calls").atMost(Duration.ofSeconds(20)).until(() -> calls.size() >= count);
    return calls;
  }

  Call getsOne() {
    return gets(1).getFirst();
  }

  /** The ids, in the order in which they came. */
  List<String> ids() {
    return calls.stream().map(call -> call.header("ce-id")).toList();
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              calls.add(new Call(Instant.now(), request.uri(), request.headers(), body.toString()));
              next().give(request);
            });
  }

  private synchronized Reply next() {
    return script.isEmpty() ? otherwise : script.remove();
  }

  record Call(Instant at, String path, MultiMap headers, String body) {
    String header(String name) {
      return headers.get(name);
    }
  }

  /** One answer. */
  interface Reply {
    void give(HttpServerRequest request);

    static Reply status(int status) {
      return status(status, "");
    }

    static Reply status(int status, String body) {
      return request -> request.response().setStatusCode(status).end(body);
    }

    static Reply nothing() {
      return request -> {};
    }

    static Reply reset() {
      return request -> request.connection().close();
    }

    /** An event in binary mode. */
    static Reply event(Map<String, String> headers, String body) {
      return request -> {
        headers.forEach(request.response()::putHeader);
        request.response().end(body);
      };
    }

    /** An event in structured mode. */
    static Reply structured(String json) {
      return event(Map.of("content-type", "application/cloudevents+json"), json);
    }

    /** The very event that came. */
    static Reply echo() {
      return request -> {
        request
            .headers()
            .forEach(
                (name, value) -> {
                  if (name.toLowerCase(Locale.ROOT).startsWith("ce-")) {
                    request.response().putHeader(name, value);
                  }
                });
        request.response().end();
      };
    }

    /** With an answer that only comes when the test says so. */
    static Reply when(CompletableFuture<Integer> status) {
      return request -> status.thenAccept(given -> request.response().setStatusCode(given).end());
    }
  }

  static String utf8(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  static String decoded(String base64) {
    return utf8(Base64.getDecoder().decode(base64));
  }
}
