package com.example.orderflow.eventpolicy.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A PostgreSQL of its own for a function's tests, with the tables of {@code infra/database}, as
 * durable as the real one.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

  /** Name of the init argument: the function, whose migrations are run. */
  public static final String FUNCTION = "function";

  private static final Path MIGRATIONS = Path.of("../../infra/database");

  private Path migrations;
  private EmbeddedPostgres postgres;

  @Override
  public void init(Map<String, String> arguments) {
    migrations = MIGRATIONS.resolve(arguments.get(FUNCTION));
  }

  @Override
  public Map<String, String> start() {
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
      migrate();
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException("No PostgreSQL for the tests", failed);
    }
    return Map.of(
        "DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"),
        "DATABASE_USERNAME", "postgres",
        "DATABASE_PASSWORD", "postgres");
  }

  @Override
  public void stop() {
    try {
      if (postgres != null) {
        postgres.close();
      }
    } catch (IOException failed) {
      throw new IllegalStateException("PostgreSQL of the tests does not stop", failed);
    }
  }

  private void migrate() throws IOException, SQLException {
    try (var files = Files.list(migrations);
        Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (Path migration : files.sorted().toList()) {
        statement.execute(Files.readString(migration));
      }
    }
  }
}
