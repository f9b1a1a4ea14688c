package com.example.orderflow.localplatform.serving;

import com.example.orderflow.events.Channels;
import com.example.orderflow.localplatform.eventing.Answer;
import com.example.orderflow.localplatform.eventing.BoundedBody;
import com.example.orderflow.localplatform.eventing.BrokenRequest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Function;

/** The address of a Service: reads requests into memory, writes answers. */
final class Listener {
  private static final int LARGEST_BODY = Channels.LARGEST_EVENT_BYTES;

  /** An event's attributes are headers; the functions take 32 kB, less what we add. */
  private static final int LARGEST_HEADERS = 31 * 1024;

  private final HttpServer server;

  private Listener(HttpServer server) {
    this.server = server;
  }

  static Future<Listener> on(int port, Vertx vertx, Function<Call, Future<Answer>> service) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(Proxy.HOST)
            .setPort(port)
            .setMaxHeaderSize(LARGEST_HEADERS)
            .setHandle100ContinueAutomatically(true);
    return vertx
        .createHttpServer(options)
        .invalidRequestHandler(BrokenRequest::refuse)
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
    try {
      new URI(request.uri());
    } catch (URISyntaxException e) { // the functions' server would say no more than 400
      BrokenRequest.refuse(request, e);
      return;
    }
    BoundedBody.read(request, LARGEST_BODY)
        .onFailure(broken -> BrokenRequest.refuse(request, broken))
        .onSuccess(
            body -> {
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
