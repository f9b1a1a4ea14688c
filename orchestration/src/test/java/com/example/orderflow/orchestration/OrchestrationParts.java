package com.example.orderflow.orchestration;

import com.example.orderflow.events.Channels;
import com.example.orderflow.localplatform.process.FreePorts;
import com.example.orderflow.localplatform.process.KafkaServer;
import com.example.orderflow.localplatform.process.Processes;
import com.example.orderflow.localplatform.process.StartupCache;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * What the service stands on: a real Kafka with its topics, a real PostgreSQL with its tables, the
 * local platform's Argo, and functions that are simulated; told to it as its environment does.
 * Tests that name this, and nothing else, share one start.
 */
public final class OrchestrationParts implements QuarkusTestResourceLifecycleManager {
  private static final Path KAFKA = Path.of("../local-platform/kafka-server/target/lib");
  private static final Path MIGRATIONS = Path.of("../infra/database/orchestration");
  private static final List<String> TOPICS =
      List.of(
          Channels.ORDERS_TOPIC,
          Channels.SEQUENCE_ORDERS_TOPIC,
          Channels.ORDER_EVENTS_TOPIC,
          Channels.DEAD_LETTERS_TOPIC);

  private EmbeddedPostgres postgres;
  private KafkaServer kafka;
  private Functions functions;
  private ArgoParts argo;

  @Override
  public Map<String, String> start() {
    try {
      Map<String, String> environment = new HashMap<>();
      environment.putAll(startPostgres());
      environment.putAll(startKafka());
      functions = Functions.start();
      environment.putAll(functions.environment());
      environment.putAll(startArgo());
      return environment;
    } catch (IOException | SQLException | ExecutionException e) {
      throw new IllegalStateException("Kafka or PostgreSQL for the tests does not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    try {
      if (argo != null) {
        argo.close();
      }
      if (functions != null) {
        functions.stop();
      }
      if (kafka != null) {
        kafka.stop();
      }
      if (postgres != null) {
        postgres.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL of the tests does not stop", e);
    }
  }

  /** The database alone, for tests without the service. */
  public Map<String, String> startPostgres() throws IOException, SQLException {
    postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    try (Stream<Path> files = Files.list(MIGRATIONS);
        Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (Path migration : files.sorted().toList()) {
        statement.execute(Files.readString(migration));
      }
    }
    return Map.of(
        "DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"),
        "DATABASE_USERNAME", "postgres",
        "DATABASE_PASSWORD", "postgres");
  }

  private Map<String, String> startArgo() throws IOException, SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database argo");
    }
    argo = new ArgoParts(postgres.getJdbcUrl("postgres", "argo"), functions.address());
    return argo.environment();
  }

  private Map<String, String> startKafka()
      throws IOException, InterruptedException, ExecutionException {
    Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "kafka-");
    FreePorts ports = new FreePorts();
    kafka =
        new KafkaServer(
            new Processes(data),
            KAFKA,
            new StartupCache(data, StartupCache.Use.READ),
            data,
            ports.near(0),
            ports.near(0),
            notice -> {});
    kafka.start();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .createTopics(
              TOPICS.stream()
                  .map(topic -> new NewTopic(topic, Optional.of(2), Optional.empty()))
                  .toList())
          .all()
          .get();
    }
    return Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
  }
}
