package com.example.orderflow.orchestration;

import com.example.orderflow.localplatform.argo.Argo;
import com.example.orderflow.localplatform.argo.StoreLogin;
import com.example.orderflow.localplatform.manifest.ArgoManifests;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** The local platform's Argo with the deployed template, on the functions of the tests. */
final class ArgoParts implements AutoCloseable {
  private static final String TOKEN = "opensesame1";
  private static final Path MANIFESTS = Path.of("../infra/argo");
  private static final Path TABLES = Path.of("../local-platform/database/argo/V1__workflows.sql");

  private final Vertx vertx = Vertx.vertx();
  private final Argo argo;
  private final HttpServer server;

  /**
   * @param database an empty one
   * @param functions where the steps are called
   */
  ArgoParts(String database, URI functions) throws SQLException, IOException {
    StoreLogin login = new StoreLogin(database, "postgres", "postgres");
    try (Connection connection =
            DriverManager.getConnection(database, login.role(), login.password());
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(TABLES));
    }
    argo =
        Argo.start(
            vertx,
            ArgoManifests.read(MANIFESTS),
            TOKEN,
            login,
            host -> host.startsWith("orchestration.") ? Optional.empty() : Optional.of(functions),
            trouble -> {
              throw new AssertionError(trouble);
            });
    server = done(vertx.createHttpServer().requestHandler(argo.server()).listen(0, "127.0.0.1"));
  }

  Map<String, String> environment() {
    return Map.of("ARGO_URL", "http://127.0.0.1:" + server.actualPort(), "ARGO_TOKEN", TOKEN);
  }

  @Override
  public void close() {
    argo.close();
    done(vertx.close());
  }

  private static <T> T done(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
