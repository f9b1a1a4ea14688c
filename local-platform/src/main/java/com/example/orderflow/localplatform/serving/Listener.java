package com.example.orderflow.localplatform.serving;

import com.example.orderflow.events.Channels;
import com.example.orderflow.localplatform.eventing.Answer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Function;

/** The address of a Service: reads requests into memory, writes answers. */
final class Listener {
  private static final int LARGEST_BODY = Channels.LARGEST_EVENT_BYTES;

  /** An event's attributes are headers, and more of them than a browser sends. */
  private static final int LARGEST_HEADERS = 64 * 1024;

  private final HttpServer server;

  private Listener(HttpServer server) {
    this.server = server;
  }

  static Future<Listener> on(int port, Vertx vertx, Function<Call, Future<Answer>> service) {
    HttpServerOptions options =
        new HttpServerOptions().setHost(Proxy.HOST).setPort(port).setMaxHeaderSize(LARGEST_HEADERS);
    return vertx
        .createHttpServer(options)
        .requestHandler(request -> read(request, service))
        .listen()
        .map(Listener::new);
  }

  int port() {
    return server.actualPort();
  }

  Future<Void> close() {
    return server.close();
  }

  private static void read(HttpServerRequest request, Function<Call, Future<Answer>> service) {
    Buffer body = Buffer.buffer();
    request.handler(
        chunk -> {
          if (body.length() <= LARGEST_BODY) {
            body.appendBuffer(chunk);
          }
        });
    request.endHandler(
        end -> {
          if (body.length() > LARGEST_BODY) {
            write(request.response(), Refusal.tooLarge(LARGEST_BODY));
          } else {
            service
                .apply(new Call(request.method(), request.uri(), request.headers(), body))
                .onSuccess(answer -> write(request.response(), answer));
          }
        });
  }

  private static void write(HttpServerResponse response, Answer answer) {
    if (response.closed()) {
      return;
    }
    response.setStatusCode(answer.status());
    response.headers().addAll(answer.headers());
    response.end(answer.body());
  }
}
