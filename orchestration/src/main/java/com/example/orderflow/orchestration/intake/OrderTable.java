package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.intake.Acceptance.Accepted;
import com.example.orderflow.orchestration.intake.Acceptance.Postponed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The tables {@code orders} and {@code outbox}: a group of orders is one statement, and so one
 * transaction and one commit. The unique keys decide which orders are new; only where one is not is
 * there a second look, at what stands in its place.
 */
final class OrderTable implements GroupCommit.Table {

  private static final String STORE =
      """
      with accepted as (
        insert into orders (order_id, wiring, customer_id, idempotency_key, request_hash,
                            document, traceparent)
        select order_id, wiring, customer_id, idempotency_key, request_hash,
               document::json, traceparent
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[])
          as new (order_id, wiring, customer_id, idempotency_key, request_hash,
                  document, traceparent)
        on conflict do nothing
        returning order_id, wiring),
      queued as (
        insert into outbox (wiring, order_id) select wiring, order_id from accepted)
      select order_id from accepted""";

  private static final String FIND =
      """
      select order_id, idempotency_key, request_hash, wiring, state
      from orders where order_id = any (?)
      union
      select order_id, idempotency_key, request_hash, wiring, state
      from orders where idempotency_key = any (?)""";

  /** The same for all writers: two that want each other's keys would block each other. */
  private static final Comparator<NewOrder> ORDER = Comparator.comparing(NewOrder::orderId);

  private final DataSource connections;

  OrderTable(DataSource connections) {
    this.connections = connections;
  }

  @Override
  public List<Acceptance> store(List<NewOrder> orders) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      List<NewOrder> firsts = firsts(orders);
      Set<String> stored = insert(connection, firsts);
      if (stored.size() == orders.size()) {
        return orders.stream().map(OrderTable::accepted).toList();
      }
      Set<NewOrder> accepted = new HashSet<>(firsts);
      accepted.removeIf(order -> !stored.contains(order.orderId()));
      List<NewOrder> others = orders.stream().filter(o -> !accepted.contains(o)).toList();
      Found found = find(connection, others);
      return orders.stream()
          .map(order -> accepted.contains(order) ? accepted(order) : found.answerTo(order))
          .toList();
    }
  }

  /** Without those that share an id or a key with one before them: they are its repeats, or not. */
  private static List<NewOrder> firsts(List<NewOrder> orders) {
    Set<String> ids = new HashSet<>();
    Set<String> keys = new HashSet<>();
    return orders.stream()
        .filter(order -> ids.add(order.orderId()))
        .filter(order -> order.idempotencyKey() == null || keys.add(order.idempotencyKey()))
        .sorted(ORDER)
        .toList();
  }

  private static Acceptance accepted(NewOrder order) {
    return new Accepted(order.orderId(), order.wiring(), "placed");
  }

  private static Set<String> insert(Connection connection, List<NewOrder> orders)
      throws SQLException {
    try (PreparedStatement store = connection.prepareStatement(STORE)) {
      setTexts(store, 1, orders, NewOrder::orderId);
      setTexts(store, 2, orders, order -> order.wiring().id());
      setTexts(store, 3, orders, NewOrder::customerId);
      setTexts(store, 4, orders, NewOrder::idempotencyKey);
      byte[][] hashes = orders.stream().map(NewOrder::hash).toArray(byte[][]::new);
      store.setArray(5, connection.createArrayOf("bytea", hashes));
      setTexts(store, 6, orders, NewOrder::document);
      setTexts(store, 7, orders, NewOrder::traceparent);
      Set<String> stored = new HashSet<>();
      try (ResultSet rows = store.executeQuery()) {
        while (rows.next()) {
          stored.add(rows.getString(1));
        }
      }
      return stored;
    }
  }

  private static Found find(Connection connection, List<NewOrder> orders) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      setTexts(find, 1, orders, NewOrder::orderId);
      setTexts(find, 2, orders, NewOrder::idempotencyKey);
      Found found = new Found(new HashMap<>(), new HashMap<>());
      try (ResultSet row = find.executeQuery()) {
        while (row.next()) {
          found.add(
              new StoredOrder(
                  row.getString("order_id"),
                  row.getString("idempotency_key"),
                  row.getBytes("request_hash"),
                  Wiring.of(row.getString("wiring")).orElseThrow(),
                  row.getString("state")));
        }
      }
      return found;
    }
  }

  private static void setTexts(
      PreparedStatement statement,
      int index,
      Collection<NewOrder> orders,
      Function<NewOrder, String> text)
      throws SQLException {
    String[] texts = orders.stream().map(text).toArray(String[]::new);
    statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
  }

  /** What stands where new orders wanted to go. */
  private record Found(Map<String, StoredOrder> byId, Map<String, StoredOrder> byKey) {

    void add(StoredOrder order) {
      byId.put(order.orderId(), order);
      byKey.put(order.idempotencyKey(), order);
    }

    /** A key says more than an id: its customer asks for the order that it was given for. */
    Acceptance answerTo(NewOrder order) {
      StoredOrder known = order.idempotencyKey() == null ? null : byKey.get(order.idempotencyKey());
      if (known == null) {
        known = byId.get(order.orderId());
      }
      // What was in the way has gone, with the transaction that it was in.
      return known == null
          ? new Postponed("another order with its id or key was under way")
          : known.answerTo(order);
    }
  }
}
