package com.example.orderflow.orchestration.projection;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.order.OrderState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and writes the part of table {@code orders} that the projection keeps; whoever calls holds
 * the {@link Log}.
 */
final class TrackedOrders {
  private static final String SELECT =
      """
      select order_id, wiring, state, conflict, dead_lettered, counted,
             document is not null as documented, customer_id
      from orders where order_id = any (?::text[])""";

  /** Sorted as the intake's inserts are, so that they never wait for each other in a circle. */
  private static final String INSERT =
      """
      insert into orders (order_id, wiring)
      select order_id, ? from unnest(?::text[]) as missing (order_id) order by order_id
      on conflict do nothing""";

  private static final String UPDATE =
      """
      update orders set state = changed.state, conflict = changed.conflict,
        dead_lettered = changed.dead_lettered, counted = changed.counted,
        customer_id = changed.customer_id, updated_at = now()
      from unnest(?::text[], ?::text[], ?::text[], ?::boolean[], ?::boolean[], ?::boolean[])
        as changed (order_id, state, customer_id, conflict, dead_lettered, counted)
      where orders.order_id = changed.order_id""";

  private TrackedOrders() {}

  /** The orders with these ids, among them new ones for ids that went past the API. */
  static List<TrackedOrder> load(Connection connection, Set<String> ids) throws SQLException {
    List<TrackedOrder> orders = select(connection, ids);
    if (orders.size() == ids.size()) {
      return orders;
    }
    Set<String> stored = orders.stream().map(TrackedOrder::orderId).collect(Collectors.toSet());
    insert(connection, ids.stream().filter(id -> !stored.contains(id)).toList());
    // Once more for all: the intake may have made one of them in the meantime.
    return select(connection, ids);
  }

  static void update(Connection connection, List<TrackedOrder> orders) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      new Columns<>(update, orders)
          .texts(TrackedOrder::orderId)
          .texts(order -> order.state().id())
          .texts(TrackedOrder::customerId)
          .flags(TrackedOrder::conflict)
          .flags(TrackedOrder::deadLettered)
          .flags(TrackedOrder::counted);
      update.executeUpdate();
    }
  }

  private static List<TrackedOrder> select(Connection connection, Set<String> ids)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setArray(1, connection.createArrayOf("text", ids.toArray()));
      List<TrackedOrder> orders = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          orders.add(order(row));
        }
      }
      return orders;
    }
  }

  /** Past the API, only the Broker takes orders from anybody. */
  private static void insert(Connection connection, List<String> ids) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, Wiring.BROKER.id());
      insert.setArray(2, connection.createArrayOf("text", ids.toArray()));
      insert.executeUpdate();
    }
  }

  private static TrackedOrder order(ResultSet row) throws SQLException {
    return new TrackedOrder(
        row.getString("order_id"),
        Wiring.of(row.getString("wiring")).orElseThrow(),
        OrderState.of(row.getString("state")).orElseThrow(),
        row.getBoolean("conflict"),
        row.getBoolean("dead_lettered"),
        row.getBoolean("counted"),
        row.getBoolean("documented"),
        row.getString("customer_id"));
  }
}
