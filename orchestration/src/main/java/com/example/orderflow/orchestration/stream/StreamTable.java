package com.example.orderflow.orchestration.stream;

import com.example.orderflow.orchestration.projection.Log;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the timeline for the streams: never the data of an event, always by an index. */
@Singleton
public final class StreamTable {
  /** About 60 kB serialised: what a client has in memory at most. */
  static final int SEGMENT_ENTRIES = 250;

  private static final String COLUMNS = "select position, order_id, wiring, type, state, time ";
  private static final String AFTER =
      COLUMNS + "from timeline where position > ? order by position limit " + SEGMENT_ENTRIES;
  private static final String OF_ORDER =
      COLUMNS
          + "from timeline where order_id = ? and position > ? and position <= ? order by position";

  private final DataSource connections;

  StreamTable(DataSource connections) {
    this.connections = connections;
  }

  /** The position of the last entry; 0 while there is none. */
  public long last() throws SQLException {
    try (Connection connection = connections.getConnection()) {
      return Log.lastPosition(connection);
    }
  }

  /** The next entries of all orders, a segment's worth at most. */
  List<StreamEntry> after(long position) throws SQLException {
    try (Connection connection = connections.getConnection();
        PreparedStatement select = connection.prepareStatement(AFTER)) {
      select.setLong(1, position);
      return entries(select);
    }
  }

  /**
   * All entries of one order up to now. The end is read first: what is committed later comes after
   * it, and is for the next time.
   */
  Segment ofOrder(String orderId, long after) throws SQLException {
    try (Connection connection = connections.getConnection();
        PreparedStatement select = connection.prepareStatement(OF_ORDER)) {
      long through = Log.lastPosition(connection);
      select.setString(1, orderId);
      select.setLong(2, after);
      select.setLong(3, through);
      return Segment.of(after, through, entries(select));
    }
  }

  private static List<StreamEntry> entries(PreparedStatement select) throws SQLException {
    List<StreamEntry> entries = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        entries.add(
            new StreamEntry(
                row.getLong("position"),
                row.getString("order_id"),
                row.getString("wiring"),
                row.getString("type"),
                row.getString("state"),
                row.getObject("time", OffsetDateTime.class).toInstant()));
      }
    }
    return entries;
  }
}
