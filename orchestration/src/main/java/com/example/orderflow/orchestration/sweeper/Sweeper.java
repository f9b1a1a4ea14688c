package com.example.orderflow.orchestration.sweeper;

import com.example.orderflow.orchestration.projection.Mark;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds orders that do not come to an end, and sends them again: open, unmoved for a while, resting
 * no more, neither on the dead-letter desk nor in the outbox.
 */
@Singleton
public final class Sweeper {
  private static final String DUE =
      """
      select order_id from orders
      where state in ('placed', 'validated', 'paid')
        and accepted_at < now() - ?::interval and updated_at < now() - ?::interval
        and (rest_until is null or rest_until <= now())
        and not dead_lettered
        and document is not null
        and not exists (
          select 1 from outbox
          where outbox.wiring = orders.wiring and outbox.order_id = orders.order_id)
      order by accepted_at limit ?""";

  private final Resending resending;
  private final SweeperConfig config;

  Sweeper(Resending resending, SweeperConfig config) {
    this.resending = resending;
    this.config = config;
  }

  /** How many orders were sent again. */
  public int sweep() throws SQLException {
    return resending.send(this::due, Mark.SENT_AGAIN, this::note);
  }

  private List<String> due(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(DUE)) {
      select.setString(1, config.after().toString());
      select.setString(2, config.after().toString());
      select.setInt(3, config.most());
      List<String> due = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          due.add(row.getString("order_id"));
        }
      }
      return due;
    }
  }

  private String note(int times, Instant restUntil) {
    return "Sent again, number %d: it had not moved for %s; left alone until %s"
        .formatted(times, config.after(), restUntil);
  }
}
