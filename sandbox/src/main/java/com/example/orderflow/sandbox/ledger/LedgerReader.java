package com.example.orderflow.sandbox.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Reads the ledger in pages that miss nothing.
 *
 * <p>A sequence number is taken before its entry is committed, so number 8 may be readable before
 * number 7. Whoever went on after 8 would never see 7. The lock waits for the writers under way, a
 * millisecond or so, and holds new ones back while the page is read.
 */
public final class LedgerReader {
  private static final String LOCK = "lock table entry in share mode";
  private static final String PAGE =
      """
      select sequence, kind, order_id, id, minor_units, currency, at from entry
      where sequence > ? order by sequence limit ?
      """;

  private final DataSource database;

  public LedgerReader(DataSource database) {
    this.database = database;
  }

  /** The first {@code limit} entries whose sequence is greater than {@code after}. */
  public LedgerPage page(long after, int limit) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        lock(connection);
        return LedgerPage.of(read(connection, after, limit + 1), limit);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw LedgerUnavailable.or(e);
    }
  }

  private static void lock(Connection connection) throws SQLException {
    try (Statement lock = connection.createStatement()) {
      lock.execute(LOCK);
    }
  }

  private static List<LedgerEntry> read(Connection connection, long after, int count)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setLong(1, after);
      select.setInt(2, count);
      try (ResultSet row = select.executeQuery()) {
        List<LedgerEntry> entries = new ArrayList<>();
        while (row.next()) {
          entries.add(entry(row));
        }
        return entries;
      }
    }
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    return new LedgerEntry(
        row.getLong("sequence"),
        Kind.of(row.getString("kind")),
        row.getString("order_id"),
        row.getString("id"),
        row.getObject("minor_units", Long.class),
        row.getString("currency"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
