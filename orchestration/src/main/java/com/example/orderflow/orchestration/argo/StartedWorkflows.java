package com.example.orderflow.orchestration.argo;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The workflows that were started and have not been seen to end, in table {@code workflows}. */
@Singleton
final class StartedWorkflows {
  private final DataSource database;

  StartedWorkflows(DataSource database) {
    this.database = database;
  }

  /** The orders by the names of their workflows. */
  Map<String, String> all() throws SQLException {
    Map<String, String> orders = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select name, order_id from workflows");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        orders.put(row.getString(1), row.getString(2));
      }
    }
    return orders;
  }

  void add(String name, String orderId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into workflows (name, order_id) values (?, ?) on conflict do nothing")) {
      insert.setString(1, name);
      insert.setString(2, orderId);
      insert.executeUpdate();
    }
  }

  void remove(String name) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from workflows where name = ?")) {
      delete.setString(1, name);
      delete.executeUpdate();
    }
  }
}
