package com.example.orderflow.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JdbcUrlTest {
  @Test
  void anotherDatabaseOfTheSameServerKeepsHostAndParameters() {
    JdbcUrl url = JdbcUrl.of("jdbc:postgresql://db:5432/orderflow?sslmode=verify-full");

    assertThat(url.withDatabase("sandbox").text())
        .isEqualTo("jdbc:postgresql://db:5432/sandbox?sslmode=verify-full");
  }

  @Test
  void whatIsNoUrlOfADatabaseIsQuotedWithAnExample() {
    assertThatThrownBy(() -> JdbcUrl.of("postgres://db/orderflow"))
        .hasMessageContaining("\"postgres://db/orderflow\" is no URL")
        .hasMessageContaining("jdbc:postgresql://host:5432/orderflow");
  }
}
