package com.example.orderflow.localplatform.argo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.EventType;
import com.example.orderflow.localplatform.manifest.ArgoManifests;
import com.example.orderflow.localplatform.process.Database;
import com.example.orderflow.localplatform.process.FreePorts;
import com.example.orderflow.localplatform.process.PostgresServer;
import com.example.orderflow.localplatform.process.Processes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The local Argo with the WorkflowTemplate that is deployed, a real PostgreSQL, and functions that
 * answer as a test says.
 */
final class ArgoUnderTest implements AutoCloseable {
  static final String TOKEN = "opensesame1";
  private static final Path MANIFESTS = Path.of("..", "infra", "argo");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final PostgresServer postgres;
  private final WorkflowTemplateSpec template;
  private final ArgoFunctions functions;
  private final List<String> trouble = new CopyOnWriteArrayList<>();
  private Argo argo;
  private HttpServer server;

  record Response(int status, String text) {
    JsonObject json() {
      return new JsonObject(text);
    }
  }

  ArgoUnderTest(Path folder) throws IOException, SQLException {
    Processes processes = new Processes(folder);
    postgres =
        new PostgresServer(
            processes, Path.of("target", "postgresql"), folder, new FreePorts().near(0), n -> {});
    postgres.start();
    postgres.setUp(List.of(database()));
    template = ArgoManifests.read(quickened(folder));
    functions = new ArgoFunctions(vertx);
    start();
  }

  void start() throws SQLException {
    Database database = database();
    argo =
        Argo.start(
            vertx,
            template,
            TOKEN,
            new StoreLogin(
                postgres.jdbcUrl(database.database()), database.role(), database.password()),
            host -> Optional.of(functions.address()),
            trouble::add);
    server = done(vertx.createHttpServer().requestHandler(argo.server()).listen(0, "127.0.0.1"));
  }

  /** As a kill does: nothing that runs is brought to its end. */
  void stop() {
    done(server.close());
    argo.close();
  }

  ArgoFunctions functions() {
    return functions;
  }

  List<String> trouble() {
    return trouble;
  }

  Response submit(String name) {
    return submit(name, ArgoFunctions.event(EventType.ORDER_CREATED, name).encode());
  }

  Response submit(String name, String event) {
    JsonObject options =
        new JsonObject().put("name", name).put("parameters", new JsonArray().add("event=" + event));
    return submit(
        new JsonObject()
            .put("resourceKind", "WorkflowTemplate")
            .put("resourceName", "order-pipeline")
            .put("submitOptions", options));
  }

  Response submit(JsonObject body) {
    return send("POST", "/submit", body.encode(), TOKEN);
  }

  Response get(String name) {
    return send("GET", "/" + name, "", TOKEN);
  }

  Response delete(String name) {
    return send("DELETE", "/" + name, "", TOKEN);
  }

  Response list(String selector, String options) {
    return send(
        "GET",
        "?listOptions.labelSelector=%s&%s"
            .formatted(URLEncoder.encode(selector, StandardCharsets.UTF_8), options),
        "",
        TOKEN);
  }

  Response send(String method, String path, String body, String token) {
    return sendTo(method, "/api/v1/workflows/orderflow" + path, body, token);
  }

  Response sendTo(String method, String path, String body, String token) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:%d%s".formatted(server.actualPort(), path)))
              .method(method, HttpRequest.BodyPublishers.ofString(body));
      if (token != null) {
        request.header("authorization", "Bearer " + token);
      }
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Response(response.statusCode(), response.body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonObject status(String name) {
    return get(name).json().getJsonObject("status");
  }

  String phase(String name) {
    return status(name).getString("phase");
  }

  JsonObject finished(String name) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !trouble.isEmpty() || status(name).getString("finishedAt") != null);
    assertThat(trouble).isEmpty();
    return status(name);
  }

  /** The nodes as {@code displayName phase}, in order of their names. */
  static List<String> nodes(JsonObject status) {
    return status.getJsonObject("nodes").stream()
        .map(entry -> (JsonObject) entry.getValue())
        .sorted((a, b) -> a.getString("name").compareTo(b.getString("name")))
        .map(node -> "%s %s".formatted(node.getString("displayName"), node.getString("phase")))
        .toList();
  }

  static JsonObject node(JsonObject status, String displayName) {
    return status.getJsonObject("nodes").stream()
        .map(entry -> (JsonObject) entry.getValue())
        .filter(node -> node.getString("displayName").equals(displayName))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    stop();
    done(vertx.close());
    postgres.stop();
  }

  private static Database database() {
    return new Database("argo", "argo", "argo", "correcthorse1", Path.of("database", "argo"));
  }

  /** The manifests with pauses that a test can wait for. */
  private static Path quickened(Path folder) throws IOException {
    Path copy = Files.createDirectory(folder.resolve("argo-manifests"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(MANIFESTS)) {
      for (Path file : files) {
        Files.writeString(
            copy.resolve(file.getFileName()),
            Files.readString(file)
                .replace("duration: 400ms", "duration: 1ms")
                .replace("activeDeadlineSeconds: 900", "activeDeadlineSeconds: 8")
                .replace("secondsAfterSuccess: 300", "secondsAfterSuccess: 3"));
      }
    }
    return copy;
  }

  private static <T> T done(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
