package com.example.orderflow.sandbox.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Counts the attempts of a key, durably: an outage does not begin anew after a restart. */
public final class Attempts {
  private static final String COUNT =
      """
      insert into attempt (idempotency_key, made) values (?, 1)
      on conflict (idempotency_key) do update set made = attempt.made + 1
      returning made
      """;

  private final DataSource database;

  public Attempts(DataSource database) {
    this.database = database;
  }

  /** Counts one more attempt, and returns its number, beginning with 1. */
  public int count(String idempotencyKey) {
    try (Connection connection = database.getConnection();
        PreparedStatement upsert = connection.prepareStatement(COUNT)) {
      upsert.setString(1, idempotencyKey);
      try (ResultSet row = upsert.executeQuery()) {
        row.next();
        return row.getInt("made");
      }
    } catch (SQLException e) {
      throw LedgerUnavailable.or(e);
    }
  }
}
