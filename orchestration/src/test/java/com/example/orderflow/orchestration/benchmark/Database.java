package com.example.orderflow.orchestration.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The service's database, past the service. */
final class Database {
  private final Map<String, String> address;
  private final Connection connection;

  Database(Map<String, String> address) throws SQLException {
    this.address = address;
    this.connection = connect();
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        address.get("DATABASE_URL"),
        address.get("DATABASE_USERNAME"),
        address.get("DATABASE_PASSWORD"));
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
