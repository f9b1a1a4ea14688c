package com.example.orderflow.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Makes an app's role, database and schema where they are missing, then migrates the schema.
 *
 * <pre>
 *   as admin: role ─► database ─► who may connect ─► search path ─► schema of that role ─► password
 *   as the app: tables
 * </pre>
 *
 * The password comes last: a program that starts meanwhile keeps its first connection, and one from
 * before the search path was set would look for its tables in the wrong schema until it is closed.
 *
 * <p>The admin need not be a superuser: {@code CREATEROLE}, and {@code CREATEDB} where a database
 * is missing.
 */
public record DatabaseSetup(Login admin) {

  /** What was migrated. */
  public MigrateResult setUp(AppDatabase app) throws SQLException {
    try (Connection server = admin.connect()) {
      if (isMissing(server, "SELECT FROM pg_roles WHERE rolname = ?", app.role())) {
        execute(server, "CREATE ROLE %I LOGIN", app.role());
        // Only a member of a role may make a schema that is that role's.
        execute(server, "GRANT %I TO CURRENT_USER", app.role());
      }
      if (isMissing(server, "SELECT FROM pg_database WHERE datname = ?", app.database())) {
        execute(server, "CREATE DATABASE %I", app.database());
      }
      execute(server, "REVOKE ALL ON DATABASE %I FROM PUBLIC", app.database());
      execute(server, "GRANT CONNECT ON DATABASE %I TO %I", app.database(), app.role());
      execute(
          server,
          "ALTER ROLE %I IN DATABASE %I SET search_path = %I",
          app.role(),
          app.database(),
          app.schema());
    }
    try (Connection database = admin.in(app.database()).connect()) {
      execute(
          database, "CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I", app.schema(), app.role());
      execute(database, "ALTER ROLE %I PASSWORD %L", app.role(), app.login().password());
    }
    return migrate(app);
  }

  private static MigrateResult migrate(AppDatabase app) {
    return Flyway.configure()
        .dataSource(app.login().url().text(), app.role(), app.login().password())
        .defaultSchema(app.schema())
        .createSchemas(false)
        .locations("filesystem:" + app.migrations().toAbsolutePath())
        .failOnMissingLocations(true)
        .load()
        .migrate();
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

  /** These statements take no parameters, so PostgreSQL itself quotes what goes into them. */
  private static void execute(Connection connection, String format, String... values)
      throws SQLException {
    try (PreparedStatement quoting =
            connection.prepareStatement(
                "SELECT format(?%s)".formatted(", ?".repeat(values.length)));
        Statement statement = connection.createStatement()) {
      quoting.setString(1, format);
      for (int i = 0; i < values.length; i++) {
        quoting.setString(i + 2, values[i]);
      }
      try (ResultSet quoted = quoting.executeQuery()) {
        quoted.next();
        statement.execute(quoted.getString(1));
      }
    }
  }
}
