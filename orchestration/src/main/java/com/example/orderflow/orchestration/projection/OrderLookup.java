package com.example.orderflow.orchestration.projection;

import com.example.orderflow.events.EventType;
import com.example.orderflow.orchestration.order.OrderIdRule;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Finds one order, and what happened to it. */
@Singleton
public final class OrderLookup {
  private static final String EXISTS = "select 1 from orders where order_id = ?";

  /** What went past the API has its document on the timeline. */
  private static final String FIND =
      """
      select %s, coalesce(document, (
        select data from timeline
        where timeline.order_id = orders.order_id and type = '%s' limit 1)) as document
      from orders where order_id = ?"""
          .formatted(OrderView.COLUMNS, EventType.Name.ORDER_CREATED);

  private static final String TIMELINE =
      """
      select position, kind, type, source, id, time, causation_id, note,
             coalesce(data, case type when '%s' then document end) as data
      from timeline join orders using (order_id)
      where order_id = ? order by position"""
          .formatted(EventType.Name.ORDER_CREATED);

  private final DataSource connections;

  OrderLookup(DataSource connections) {
    this.connections = connections;
  }

  public boolean knows(String orderId) throws SQLException {
    return query(EXISTS, orderId, ResultSet::next).orElse(false);
  }

  public Optional<OrderDetail> find(String orderId) throws SQLException {
    return query(
        FIND,
        orderId,
        row -> row.next() ? new OrderDetail(OrderView.of(row), row.getString("document")) : null);
  }

  /** Empty for an order that nobody knows; an order that was just accepted has no entries. */
  public Optional<Timeline> timeline(String orderId) throws SQLException {
    if (!knows(orderId)) {
      return Optional.empty();
    }
    return query(
        TIMELINE,
        orderId,
        row -> {
          List<TimelineEntry> arrived = new ArrayList<>();
          while (row.next()) {
            arrived.add(entry(row));
          }
          return new Timeline(orderId, CausalOrder.of(arrived));
        });
  }

  private <T> Optional<T> query(String sql, String orderId, Reader<T> reader) throws SQLException {
    if (!OrderIdRule.isKept(orderId)) {
      return Optional.empty();
    }
    try (Connection connection = connections.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, orderId);
      try (ResultSet rows = select.executeQuery()) {
        return Optional.ofNullable(reader.read(rows));
      }
    }
  }

  private static TimelineEntry entry(ResultSet row) throws SQLException {
    return new TimelineEntry(
        row.getLong("position"),
        row.getString("kind"),
        row.getString("type"),
        row.getString("source"),
        row.getString("id"),
        row.getObject("time", OffsetDateTime.class).toInstant(),
        row.getString("causation_id"),
        row.getString("data"),
        row.getString("note"));
  }

  /** Reads what was found; null when nothing was. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }
}
