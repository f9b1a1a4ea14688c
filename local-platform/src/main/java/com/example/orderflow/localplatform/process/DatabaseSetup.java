package com.example.orderflow.localplatform.process;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/**
 * Makes an app's role, database and schema where they are missing, then migrates the schema. In a
 * cluster whoever runs PostgreSQL does this.
 *
 * @param url JDBC URL of a database
 * @param password the superuser's
 */
record DatabaseSetup(Function<String, String> url, String password) {
  static final String SUPERUSER = "postgres";

  void setUp(Database app) throws SQLException {
    try (Connection server = connect("postgres");
        Statement statement = server.createStatement()) {
      if (isMissing(server, "SELECT FROM pg_roles WHERE rolname = ?", app.role())) {
        statement.execute("CREATE ROLE %s LOGIN".formatted(app.role()));
      }
      statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(app.role(), app.password()));
      if (isMissing(server, "SELECT FROM pg_database WHERE datname = ?", app.database())) {
        statement.execute("CREATE DATABASE %s".formatted(app.database()));
      }
      statement.execute(
          "REVOKE ALL ON DATABASE postgres, template1, %s FROM PUBLIC".formatted(app.database()));
      statement.execute("GRANT CONNECT ON DATABASE %s TO %s".formatted(app.database(), app.role()));
      statement.execute(
          "ALTER ROLE %s IN DATABASE %s SET search_path = %s"
              .formatted(app.role(), app.database(), app.schema()));
    }
    try (Connection database = connect(app.database());
        Statement statement = database.createStatement()) {
      statement.execute(
          "CREATE SCHEMA IF NOT EXISTS %s AUTHORIZATION %s".formatted(app.schema(), app.role()));
    }
    migrate(app);
  }

  private void migrate(Database app) {
    Flyway.configure()
        .dataSource(url.apply(app.database()), app.role(), app.password())
        .defaultSchema(app.schema())
        .createSchemas(false)
        .locations("filesystem:" + app.migrations().toAbsolutePath())
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url.apply(database), SUPERUSER, password);
  }

  private static boolean isMissing(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet found = statement.executeQuery()) {
        return !found.next();
      }
    }
  }
}
