package com.example.orderflow.orchestration.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Many rows as one statement: a parameter is an array, one column of all rows. */
final class Columns<T> {
  private final PreparedStatement statement;
  private final List<T> rows;
  private int index;

  Columns(PreparedStatement statement, List<T> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  Columns<T> texts(Function<T, String> column) throws SQLException {
    return set("text", rows.stream().map(column).toArray(String[]::new));
  }

  Columns<T> numbers(Function<T, Long> column) throws SQLException {
    return set("bigint", rows.stream().map(column).toArray(Long[]::new));
  }

  Columns<T> flags(Function<T, Boolean> column) throws SQLException {
    return set("boolean", rows.stream().map(column).toArray(Boolean[]::new));
  }

  private Columns<T> set(String type, Object[] values) throws SQLException {
    index++;
    statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    return this;
  }
}
