package com.example.orderflow.orchestration.projection;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of what is listed by the number of its order, newest first.
 *
 * @param next where the next page begins, as text; null on the last one
 */
record Listed<T>(List<T> rows, String next) {

  /** Reads a row; its column {@code number} is read here. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** The most rows to ask for: one more than a page has, to know whether there is a next one. */
  static int most(int limit) {
    return limit + 1;
  }

  static <T> Listed<T> read(PreparedStatement select, int limit, Row<T> reader)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    long last = 0;
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        if (rows.size() == limit) {
          return new Listed<>(rows, new PageCursor(last).text());
        }
        last = row.getLong("number");
        rows.add(reader.of(row));
      }
    }
    return new Listed<>(rows, null);
  }
}
