package com.example.orderflow.localplatform;

import com.example.orderflow.localplatform.eventing.BrokenRequest;
import com.example.orderflow.localplatform.eventing.Deliveries;
import com.example.orderflow.localplatform.serving.FunctionSwitch;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Supplier;

/**
 * The platform's one address: events for the Brokers, workflows, and questions about the platform.
 *
 * <pre>
 * GET  /platform/status                   what runs: {@link PlatformStatus}
 * GET  /platform/deliveries?subject=ID    what the Triggers do: {@link Deliveries}
 * PUT  /platform/functions?variant=ID     which build of the functions runs: {@link FunctionSwitch}
 * /api/v1/…                               the Argo Server
 * POST /NAMESPACE/BROKER                  an event
 * </pre>
 */
final class PlatformHttp implements Handler<HttpServerRequest> {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** An event's attributes are headers; Knative's own limit is of this order too. */
  private static final int MOST_HEADER_BYTES = 16_384;

  /** A request that stops in the middle must not hold its connection for ever. */
  private static final int IDLE_SECONDS = 15;

  private final Vertx vertx;
  private final Supplier<PlatformStatus> status;
  private final Supplier<Deliveries> deliveries;
  private final Handler<HttpServerRequest> functions;
  private final Handler<HttpServerRequest> argo;
  private final Handler<HttpServerRequest> ingress;

  PlatformHttp(
      Vertx vertx,
      Supplier<PlatformStatus> status,
      Supplier<Deliveries> deliveries,
      Handler<HttpServerRequest> functions,
      Handler<HttpServerRequest> argo,
      Handler<HttpServerRequest> ingress) {
    this.vertx = vertx;
    this.status = status;
    this.deliveries = deliveries;
    this.functions = functions;
    this.argo = argo;
    this.ingress = ingress;
  }

  /** Listens on loopback only. */
  Future<HttpServer> listen(int port) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setMaxHeaderSize(MOST_HEADER_BYTES)
            .setIdleTimeout(IDLE_SECONDS);
    return vertx
        .createHttpServer(options)
        .invalidRequestHandler(BrokenRequest::refuse)
        .requestHandler(this)
        .listen();
  }

  @Override
  public void handle(HttpServerRequest request) {
    String path = request.path() == null ? "" : request.path();
    switch (path) {
      case "/platform/status" -> answer(request, status::get);
      case "/platform/deliveries" -> answer(request, () -> about(request.getParam("subject")));
      case "/platform/functions" -> functions.handle(request);
      default -> (path.startsWith("/api/v1/") ? argo : ingress).handle(request);
    }
  }

  private Deliveries about(String subject) {
    Deliveries all = deliveries.get();
    return subject == null
        ? all
        : new Deliveries(
            all.pending().stream().filter(d -> subject.equals(d.event().subject())).toList(),
            all.finished().stream().filter(d -> subject.equals(d.event().subject())).toList());
  }

  /** Off the event loop: memory figures are read from many files. */
  private void answer(HttpServerRequest request, Supplier<?> content) {
    vertx
        .executeBlocking(() -> json(content.get()), false)
        .onSuccess(
            body -> request.response().putHeader("content-type", "application/json").end(body))
        .onFailure(
            failure ->
                request.response().setStatusCode(500).end(String.valueOf(failure.getMessage())));
  }

  private static String json(Object content) throws JsonProcessingException {
    return JSON.writeValueAsString(content);
  }
}
