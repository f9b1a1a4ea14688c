package com.example.orderflow.orchestration.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Writes the table {@code order_counts}; whoever calls holds the {@link Log}. */
final class CountTable {
  private static final String CHANGE =
      """
      update order_counts set orders = order_counts.orders + changed.by
      from unnest(?::text[], ?::text[], ?::bigint[]) as changed (wiring, name, by)
      where order_counts.wiring = changed.wiring and order_counts.name = changed.name""";

  private CountTable() {}

  static void change(Connection connection, Map<Counts.Name, Integer> changes) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
      new Columns<>(update, List.copyOf(changes.entrySet()))
          .texts(change -> change.getKey().wiring().id())
          .texts(change -> change.getKey().name())
          .numbers(change -> change.getValue().longValue());
      update.executeUpdate();
    }
  }
}
