package com.example.orderflow.localplatform.argo;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Argo Workflows with one WorkflowTemplate.
 *
 * <pre>
 *   client ─► server ─► store (PostgreSQL) ◄─► controller ─► functions
 * </pre>
 */
public final class Argo implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 128;

  private final HttpClient client;
  private final WorkflowStore store;
  private final Controller controller;
  private final ArgoServer server;

  private Argo(HttpClient client, WorkflowStore store, Controller controller, ArgoServer server) {
    this.client = client;
    this.store = store;
    this.controller = controller;
    this.server = server;
  }

  /**
   * Goes on with the workflows that are stored, and takes more.
   *
   * @param token what a client has to show
   * @param hosts where a host of the cluster is on this machine
   * @param trouble who is told of what should not happen
   */
  public static Argo start(
      Vertx vertx,
      WorkflowTemplateSpec template,
      String token,
      StoreLogin login,
      Function<String, Optional<URI>> hosts,
      Consumer<String> trouble)
      throws SQLException {
    Clock clock = Clock.systemUTC();
    WorkflowStore store = new WorkflowStore(login);
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setKeepAliveTimeout(25) // seconds: before the other side's 30 and more
                .setConnectTimeout(2_000));
    Controller controller =
        new Controller(template, store, new HttpCaller(client, hosts), clock, trouble);
    Argo argo =
        new Argo(
            client,
            store,
            controller,
            new ArgoServer(vertx, template, store, controller, token, clock));
    controller.start();
    return argo;
  }

  /** What answers at {@code /api/v1/}. */
  public Handler<HttpServerRequest> server() {
    return server;
  }

  /** What runs is gone on with by the next start. */
  @Override
  public void close() {
    controller.close();
    client.close();
    store.close();
  }
}
