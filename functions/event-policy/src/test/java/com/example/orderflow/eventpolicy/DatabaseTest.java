package com.example.orderflow.eventpolicy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"08006", "53300", "57P01", "40001", "XX000"})
  void aDatabaseThatCannotAnswerNowIsUnavailable(String state) {
    assertThatThrownBy(() -> failing(state)).isInstanceOf(DependencyUnavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "23514", "42P01"})
  void aStatementThatCanNeverWorkIsABug(String state) {
    assertThatThrownBy(() -> failing(state))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(state);
  }

  @Test
  void theSymptomDoesNotQuoteTheDatabasesMessage() {
    assertThatThrownBy(() -> failing("08006")).hasMessage("database: SQL state 08006").hasNoCause();
  }

  private static void failing(String state) {
    new Database(new NoConnections(new SQLException("Key (order_id)=(7) …", state)))
        .run(connection -> null);
  }
}
