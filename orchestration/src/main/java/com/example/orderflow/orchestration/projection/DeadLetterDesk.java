package com.example.orderflow.orchestration.projection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads the orders with an event that could not be delivered, and no end. */
@Singleton
public final class DeadLetterDesk {
  /** Of a row of {@code orders}, as {@link TrackedOrder#stuck()} and the desk's index have it. */
  public static final String ON_THE_DESK =
      "dead_lettered and orders.state in ('placed', 'validated', 'paid')";

  private static final String PAGE =
      """
      select number, orders.order_id, orders.wiring, orders.state, accepted_at,
             letter.time as since, letter.note as reason, document is not null as replayable
      from orders cross join lateral (
        select time, note from timeline
        where timeline.order_id = orders.order_id and type = '%s'
        order by position desc limit 1) as letter
      where %s and number < ?
      order by number desc limit ?"""
          .formatted(Mark.DEAD_LETTER.type(), ON_THE_DESK);

  private final DataSource connections;

  DeadLetterDesk(DataSource connections) {
    this.connections = connections;
  }

  /** The newest orders that are older than the cursor's. */
  public DeskPage page(PageCursor after, int limit) throws SQLException {
    try (Connection connection = connections.getConnection();
        PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setLong(1, after.number());
      select.setInt(2, Listed.most(limit));
      Listed<DeadLetteredOrder> page = Listed.read(select, limit, DeadLetteredOrder::of);
      return new DeskPage(page.rows(), page.next());
    }
  }
}
