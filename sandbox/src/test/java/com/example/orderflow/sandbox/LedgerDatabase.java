package com.example.orderflow.sandbox;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A real PostgreSQL with the sandbox's migration, told to the sandbox as its environment does. */
public class LedgerDatabase implements QuarkusTestResourceLifecycleManager {
  private static final Path MIGRATION = Path.of("../infra/database/sandbox/V1__ledger.sql");

  private EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    try {
      postgres = EmbeddedPostgres.start();
      migrate();
      return environment();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("PostgreSQL for the tests does not start", e);
    }
  }

  @Override
  public void stop() {
    try {
      if (postgres != null) {
        postgres.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL for the tests does not stop", e);
    }
  }

  private Map<String, String> environment() {
    return Map.of(
        "DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"),
        "DATABASE_USERNAME", "postgres",
        "DATABASE_PASSWORD", "postgres");
  }

  private void migrate() throws IOException, SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement migration = connection.createStatement()) {
      migration.execute(Files.readString(MIGRATION));
    }
  }
}
