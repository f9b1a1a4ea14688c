package com.example.orderflow.orchestration.projection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Lets one transaction at a time append to the timeline, of all instances of the service.
 *
 * <pre>
 * begin ─► lock ─► last position ─► work: entries from position + 1 on ─► commit ─► unlock
 * </pre>
 *
 * <p>So positions become visible in their order, and a transaction that fails leaves no gap. Its
 * lock comes before any other, so that two transactions never wait for each other in a circle.
 */
@Singleton
public final class Log {
  /** Any number, but the same in all instances; advisory locks are per database. */
  private static final long LOCK = 0x6f72646572L;

  private final DataSource connections;

  Log(DataSource connections) {
    this.connections = connections;
  }

  /** Runs the work in a transaction of its own; all of it or nothing is kept. */
  public <T> T write(Work<T> work) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try {
        lock(connection);
        T result = work.after(lastPosition(connection), connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException failure) {
        undo(connection, failure);
        throw failure;
      }
    }
  }

  private static void undo(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      failure.addSuppressed(gone); // and the transaction is gone with the connection
    }
  }

  /** The position of the last entry; 0 while there is none. */
  public static long lastPosition(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("select coalesce(max(position), 0) from timeline");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** A statement of its own: the statements after it see all that was committed before it. */
  private static void lock(Connection connection) throws SQLException {
    try (Statement lock = connection.createStatement()) {
      lock.execute("select pg_advisory_xact_lock(" + LOCK + ")");
    }
  }

  /** What to write. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * @param position the last one in the log
     */
    T after(long position, Connection connection) throws SQLException;
  }
}
