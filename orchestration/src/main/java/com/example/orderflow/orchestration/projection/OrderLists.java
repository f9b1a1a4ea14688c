package com.example.orderflow.orchestration.projection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Reads pages of orders.
 *
 * <pre>
 * (broker, placed)    ──newest n──┐
 * (broker, validated) ──newest n──┼─► merged, newest n of all
 *  …                  ──newest n──┘
 * </pre>
 *
 * <p>One stretch of the index {@code orders_listed} per wiring and state that is asked for: a page
 * costs the same whatever is asked for, and however many orders there are.
 */
@Singleton
public final class OrderLists {
  private static final String PAGE =
      """
      select number, %1$s
      from unnest(?::text[]) as asked_wiring
      cross join unnest(?::text[]) as asked_state
      cross join lateral (
        select number, %1$s from orders
        where wiring = asked_wiring and state = asked_state and number < ?
        order by number desc limit ?) as stretch
      order by number desc limit ?"""
          .formatted(OrderView.COLUMNS);

  private final DataSource connections;

  OrderLists(DataSource connections) {
    this.connections = connections;
  }

  /** The newest orders in any of these states and wirings that are older than the cursor's. */
  public OrderPage page(Set<String> wirings, Set<String> states, PageCursor after, int limit)
      throws SQLException {
    try (Connection connection = connections.getConnection();
        PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setArray(1, connection.createArrayOf("text", wirings.toArray()));
      select.setArray(2, connection.createArrayOf("text", states.toArray()));
      select.setLong(3, after.number());
      select.setInt(4, Listed.most(limit));
      select.setInt(5, Listed.most(limit));
      Listed<OrderView> page = Listed.read(select, limit, OrderView::of);
      return new OrderPage(page.rows(), page.next());
    }
  }
}
