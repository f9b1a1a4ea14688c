package com.example.orderflow.localplatform.argo;

import com.example.orderflow.events.EventType;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Functions that answer the steps of workflows as a test says, and keep what they were asked. */
final class ArgoFunctions {
  private final Vertx vertx;
  private final HttpServer server;
  private final Map<String, Function<JsonObject, Reply>> behaviour = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /** A request that a function got. */
  record Call(String host, String path, String contentType, String body) {
    JsonObject event() {
      return new JsonObject(body);
    }
  }

  /** What a function answers; an answer that comes late is for whoever cannot wait for it. */
  record Reply(int status, String body, Duration after) {
    static Reply event(EventType type, String order) {
      return new Reply(200, ArgoFunctions.event(type, order).encode(), Duration.ZERO);
    }

    static Reply status(int status) {
      return new Reply(status, "{\"title\":\"no\"}", Duration.ZERO);
    }
  }

  /** They end with Vert.x. */
  ArgoFunctions(Vertx vertx) {
    this.vertx = vertx;
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(this::handle)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  static JsonObject event(EventType type, String order) {
    return new JsonObject()
        .put("specversion", "1.0")
        .put("type", type.type())
        .put("source", type.source())
        .put("id", type.name())
        .put("subject", order)
        .put("data", new JsonObject());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** What a function answers to an event, until it is told otherwise. */
  void answer(String function, Function<JsonObject, Reply> reply) {
    behaviour.put(function, reply);
  }

  void answer(String function, EventType type) {
    answer(function, event -> Reply.event(type, event.getString("subject")));
  }

  /** What a function was asked about an order. */
  List<Call> calls(String function, String order) {
    return calls(function).stream()
        .filter(call -> call.path().endsWith(order) || call.body().contains('"' + order + '"'))
        .toList();
  }

  List<Call> calls(String function) {
    return calls.stream().filter(call -> call.host().startsWith(function + ".")).toList();
  }

  /** Forgets what the functions were told to answer. */
  void reset() {
    behaviour.clear();
  }

  private void handle(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              Call call =
                  new Call(
                      request.authority().host(),
                      request.path(),
                      request.getHeader("content-type"),
                      body.toString());
              calls.add(call);
              Reply reply = reply(call);
              vertx.setTimer(
                  Math.max(1, reply.after().toMillis()),
                  late -> request.response().setStatusCode(reply.status()).end(reply.body()));
            });
  }

  private Reply reply(Call call) {
    String function = call.host().substring(0, call.host().indexOf('.'));
    return function.equals("orchestration")
        ? behaviour.getOrDefault(function, nothing -> new Reply(202, "", Duration.ZERO)).apply(null)
        : behaviour.getOrDefault(function, event -> Reply.status(500)).apply(call.event());
  }
}
