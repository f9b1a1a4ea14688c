package com.example.orderflow.eventpolicy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * How a function reaches its tables: one connection from the pool, one statement, back at once. So
 * a slow gateway never holds a connection, and no transaction spans a call to somebody else.
 */
public final class Database {

  private final DataSource connections;

  /**
   * @param connections hands out connections that commit each statement
   */
  public Database(DataSource connections) {
    this.connections = connections;
  }

  /**
   * Runs one statement.
   *
   * @throws DependencyUnavailable when the database cannot be reached, or gave up
   */
  public <T> T run(Statement<T> statement) {
    try (Connection connection = connections.getConnection()) {
      return statement.on(connection);
    } catch (SQLException failure) {
      if (isBug(failure)) {
        throw new IllegalStateException("SQL state " + failure.getSQLState(), failure);
      }
      throw new DependencyUnavailable("database", symptom(failure));
    }
  }

  /** Wrong data, a broken constraint or wrong SQL: it would be as wrong the next time. */
  private static boolean isBug(SQLException failure) {
    String state = failure.getSQLState();
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
  }

  private static String symptom(SQLException failure) {
    // The pool's own timeout has no state. The messages quote values, so they stay out.
    return failure.getSQLState() == null
        ? "no connection in time"
        : "SQL state " + failure.getSQLState();
  }

  /** What to do with a connection. */
  @FunctionalInterface
  public interface Statement<T> {
    T on(Connection connection) throws SQLException;
  }
}
