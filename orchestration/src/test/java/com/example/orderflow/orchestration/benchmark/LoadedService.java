package com.example.orderflow.orchestration.benchmark;

import static org.awaitility.Awaitility.await;

import com.example.orderflow.localplatform.process.ChildProcess;
import com.example.orderflow.localplatform.process.Command;
import com.example.orderflow.localplatform.process.FreePorts;
import com.example.orderflow.localplatform.process.JavaProgram;
import com.example.orderflow.localplatform.process.Processes;
import com.example.orderflow.orchestration.OrchestrationParts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The service as it is deployed, a process of its own, with a Kafka and a database in which so many
 * orders are stored. It stops when this JVM does.
 */
final class LoadedService {
  private static final Path PROGRAM = Path.of("target/quarkus-app/quarkus-run.jar");
  private static final Duration START_LIMIT = Duration.ofMinutes(1);
  private static final Duration WORK_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_GRACE = Duration.ofSeconds(20);

  /** Of the pool in application.properties. */
  private static final int CONNECTIONS = 16;

  private final int port;
  private final Database database;
  private final Commits commits;
  private final Pipeline pipeline;

  private LoadedService(int port, Database database, Pipeline pipeline) throws SQLException {
    this.port = port;
    this.database = database;
    this.commits = new Commits(database, CONNECTIONS);
    this.pipeline = pipeline;
  }

  static LoadedService with(int storedOrders) throws IOException, SQLException {
    OrchestrationParts parts = new OrchestrationParts();
    Runtime.getRuntime().addShutdownHook(new Thread(parts::stop));
    Map<String, String> environment = new HashMap<>(parts.start());
    System.err.printf("storing %,d orders%n", storedOrders);
    Database database = new Database(environment);
    StoredOrders.fill(database, storedOrders);
    int port = new FreePorts().near(0);
    environment.putAll(Map.of("PORT", Integer.toString(port), "QUARKUS_HTTP_HOST", "127.0.0.1"));
    environment.putAll(Map.of("ARGO_URL", "http://127.0.0.1:9", "ARGO_TOKEN", "none"));
    start(environment);
    await("service").atMost(START_LIMIT).ignoreExceptions().until(() -> isReady(port));
    return new LoadedService(
        port, database, new Pipeline(environment.get("KAFKA_BOOTSTRAP_SERVERS")));
  }

  int port() {
    return port;
  }

  Commits commits() {
    return commits;
  }

  Pipeline pipeline() {
    return pipeline;
  }

  long lastPosition() throws SQLException {
    return database.number("select coalesce(max(position), 0) from timeline");
  }

  void awaitPosition(long position) {
    awaitSoon("timeline", () -> lastPosition() >= position);
  }

  void awaitEmptyOutbox() {
    awaitSoon("outbox", () -> database.number("select count(*) from outbox") == 0);
  }

  private static void awaitSoon(String what, Callable<Boolean> isDone) {
    await(what)
        .atMost(WORK_LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(isDone);
  }

  private static void start(Map<String, String> environment) throws IOException {
    Path folder = Files.createTempDirectory("orders-benchmark");
    ChildProcess service =
        new Processes(folder)
            .start(
                new Command(
                    "orchestration",
                    List.of(
                        JavaProgram.JAVA.toString(),
                        "-XX:+UseSerialGC", // as its image does
                        "-Xmx512m",
                        "-jar",
                        PROGRAM.toString()),
                    environment));
    System.err.printf("log of the service: %s%n", service.logFile());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> service.stop(STOP_GRACE).join()));
  }

  private static boolean isReady(int port) throws IOException, InterruptedException {
    HttpRequest health =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
            .build();
    return HttpClient.newHttpClient().send(health, BodyHandlers.discarding()).statusCode() == 200;
  }
}
