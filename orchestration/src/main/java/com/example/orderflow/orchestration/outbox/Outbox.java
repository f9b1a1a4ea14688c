package com.example.orderflow.orchestration.outbox;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.pipeline.AcceptedOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** The table {@code outbox} as a queue: rows are claimed, and deleted, in one transaction. */
final class Outbox {

  /** The oldest first; what another relay has claimed is passed over, not waited for. */
  private static final String CLAIM =
      """
      select outbox.id, order_id, accepted_at, traceparent, document
      from outbox join orders using (order_id)
      where outbox.wiring = ? order by outbox.id limit ?
      for update of outbox skip locked""";

  private static final String FORGET = "delete from outbox where wiring = ? and id = any (?)";

  /** What is lost of this in a crash of the database is a deletion: the order is sent again. */
  private static final String NO_WAIT_FOR_DISK = "set local synchronous_commit to off";

  private final DataSource connections;
  private final Wiring wiring;

  Outbox(DataSource connections, Wiring wiring) {
    this.connections = connections;
    this.wiring = wiring;
  }

  /** A claimed row. */
  record Row(long id, AcceptedOrder order) {}

  /** What to do with claimed rows while nobody else can claim them. */
  @FunctionalInterface
  interface Delivery {
    /** The rows that need not be sent again. */
    Collection<Row> deliver(List<Row> rows) throws InterruptedException;
  }

  /**
   * Claims up to so many rows, and deletes those that were delivered.
   *
   * @return how many were claimed
   */
  int drain(int most, Delivery delivery) throws SQLException, InterruptedException {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<Row> claimed = claim(connection, most);
        if (!claimed.isEmpty()) {
          forget(connection, delivery.deliver(claimed));
        }
        connection.commit();
        return claimed.size();
      } catch (SQLException | InterruptedException | RuntimeException failure) {
        release(connection, failure);
        throw failure;
      }
    }
  }

  /** The claimed rows are anybody's again, unless the connection is gone, and then they are too. */
  private static void release(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      failure.addSuppressed(gone);
    }
  }

  private List<Row> claim(Connection connection, int most) throws SQLException {
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setString(1, wiring.id());
      claim.setInt(2, most);
      List<Row> claimed = new ArrayList<>();
      try (ResultSet row = claim.executeQuery()) {
        while (row.next()) {
          claimed.add(new Row(row.getLong("id"), order(row)));
        }
      }
      return claimed;
    }
  }

  private AcceptedOrder order(ResultSet row) throws SQLException {
    return new AcceptedOrder(
        row.getString("order_id"),
        wiring,
        row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
        row.getString("traceparent"),
        row.getString("document").getBytes(StandardCharsets.UTF_8));
  }

  private void forget(Connection connection, Collection<Row> rows) throws SQLException {
    try (Statement here = connection.createStatement();
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      here.execute(NO_WAIT_FOR_DISK);
      forget.setString(1, wiring.id());
      Object[] ids = rows.stream().map(Row::id).toArray();
      forget.setArray(2, connection.createArrayOf("bigint", ids));
      forget.executeUpdate();
    }
  }
}
