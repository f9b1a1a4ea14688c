package com.example.orderflow.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerUnavailableTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "40P01", "53300", "57P01"})
  void whatPassesMakesTheLedgerUnavailable(String state) {
    assertThat(LedgerUnavailable.or(new SQLException("why", state)))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessage("why");
  }

  @Test
  void aPoolWithoutAFreeConnectionMakesTheLedgerUnavailable() {
    assertThat(LedgerUnavailable.or(new SQLException("acquisition timeout")))
        .isInstanceOf(LedgerUnavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"42P01", "22021", "23505"})
  void whatNoRepeatWillMendIsABug(String state) {
    assertThat(LedgerUnavailable.or(new SQLException("why", state)))
        .isInstanceOf(IllegalStateException.class);
  }
}
