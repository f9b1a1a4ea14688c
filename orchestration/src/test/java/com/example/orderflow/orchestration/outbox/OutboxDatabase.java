package com.example.orderflow.orchestration.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The service's database as someone else sees it. Each call has a connection of its own: the
 * service's pool may hand out one that was killed a moment ago.
 */
final class OutboxDatabase {
  private final PGSimpleDataSource source = new PGSimpleDataSource();

  OutboxDatabase(String url, String user, String password) {
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
  }

  DataSource source() {
    return source;
  }

  /** Orders that are not sent yet. */
  int waiting() {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from outbox")) {
      count.next();
      return count.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends all connections but the one that it has for it. */
  void killConnections() {
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
  }

  void execute(String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
