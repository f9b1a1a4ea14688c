package com.example.orderflow.baseline;

import com.example.orderflow.events.Order;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * One row for each order, one durable commit for each step. No call to others happens in between.
 */
final class OrderTable {
  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS baseline_orders (
        order_id   text        PRIMARY KEY,
        state      text        NOT NULL DEFAULT 'placed',
        document   json        NOT NULL,
        charge_id  text,
        ending     json,
        placed_at  timestamptz NOT NULL DEFAULT now(),
        changed_at timestamptz NOT NULL DEFAULT now())""";

  private static final String PLACE =
      "INSERT INTO baseline_orders (order_id, document) VALUES (?, ?::json) ON CONFLICT DO NOTHING";

  private static final String FIND =
      "SELECT document, ending FROM baseline_orders WHERE order_id = ?";

  private static final String CHARGED =
      """
      UPDATE baseline_orders SET state = 'paid', charge_id = ?, changed_at = now()
      WHERE order_id = ? AND ending IS NULL""";

  private static final String END =
      """
      UPDATE baseline_orders SET state = ?, ending = ?::json, changed_at = now()
      WHERE order_id = ? AND ending IS NULL""";

  private final DataSource connections;
  private final ObjectMapper json;

  OrderTable(DataSource connections, ObjectMapper json) {
    this.connections = connections;
    this.json = json;
  }

  /** An order as it is kept. */
  sealed interface Placed {}

  /** It is to be worked on. */
  record Open(Order order) implements Placed {}

  /** It was sent before, and has ended. */
  record Ended(Ending ending) implements Placed {}

  void create() throws SQLException {
    update(CREATE);
  }

  /** Of two orders with one id the first is kept. */
  Placed place(Order order, String document) throws SQLException {
    return update(PLACE, order.orderId(), document) == 1 ? new Open(order) : find(order.orderId());
  }

  void charged(String orderId, String chargeId) throws SQLException {
    update(CHARGED, chargeId, orderId);
  }

  /** Of two at once the first is kept; both heard the same of gateway and carrier. */
  Ending end(Ending ending) throws SQLException {
    try {
      update(END, ending.state(), json.writeValueAsString(ending), ending.orderId());
      return ending;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an ending can be written", e);
    }
  }

  private Placed find(String orderId) throws SQLException {
    try (Connection connection = connections.getConnection();
        PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, orderId);
      ResultSet row = find.executeQuery();
      row.next();
      String ending = row.getString("ending");
      return ending == null
          ? new Open(json.readValue(row.getString("document"), Order.class))
          : new Ended(json.readValue(ending, Ending.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is kept of " + orderId + " can be read", e);
    }
  }

  private int update(String statement, String... values) throws SQLException {
    try (Connection connection = connections.getConnection();
        PreparedStatement update = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        update.setString(i + 1, values[i]);
      }
      return update.executeUpdate();
    }
  }
}
