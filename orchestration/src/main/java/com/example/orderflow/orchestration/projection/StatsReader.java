package com.example.orderflow.orchestration.projection;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.order.OrderState;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Reads the counts that the projection keeps; of all tables, it counts the outbox alone. */
@Singleton
public final class StatsReader {
  private static final String COUNTS = "select wiring, name, orders from order_counts";
  private static final String OUTBOX =
      """
      select count(*) as waiting,
             coalesce(extract(epoch from now() - min(since)), 0)::bigint as oldest
      from outbox""";

  private final DataSource connections;

  StatsReader(DataSource connections) {
    this.connections = connections;
  }

  /**
   * @param streams connected clients
   */
  public Stats read(int streams) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      Map<Counts.Name, Long> counts = counts(connection);
      Map<String, Map<String, Long>> orders = new LinkedHashMap<>();
      long deadLetters = 0;
      long conflicts = 0;
      for (Wiring wiring : Wiring.values()) {
        Map<String, Long> states = new LinkedHashMap<>();
        for (OrderState state : OrderState.all()) {
          states.put(state.id(), count(counts, wiring, state.id()));
        }
        orders.put(wiring.id(), states);
        deadLetters += count(counts, wiring, Counts.DEAD_LETTERS);
        conflicts += count(counts, wiring, Counts.CONFLICTS);
      }
      return new Stats(orders, outbox(connection), deadLetters, conflicts, streams);
    }
  }

  private static Map<Counts.Name, Long> counts(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(COUNTS);
        ResultSet row = select.executeQuery()) {
      Map<Counts.Name, Long> counts = new LinkedHashMap<>();
      while (row.next()) {
        Wiring wiring = Wiring.of(row.getString("wiring")).orElseThrow();
        counts.put(new Counts.Name(wiring, row.getString("name")), row.getLong("orders"));
      }
      return counts;
    }
  }

  private static long count(Map<Counts.Name, Long> counts, Wiring wiring, String name) {
    return counts.getOrDefault(new Counts.Name(wiring, name), 0L);
  }

  private static Stats.Outbox outbox(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OUTBOX);
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Stats.Outbox(row.getLong("waiting"), row.getLong("oldest"));
    }
  }
}
