package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reaches what in PostgreSQL, tried with the passwords that the programs have. */
class DatabaseIsolationIT extends OnOnePlatform {
  @ParameterizedTest
  @CsvSource({
    "process-payment, orderflow, payment.payments",
    "ship-order, orderflow, shipment.shipments",
    "orchestration, orderflow, orchestration.orders",
    "sandbox, sandbox, ledger.entry"
  })
  void everyProgramReadsItsOwnTables(String app, String database, String table) throws Exception {
    assertThat(rows(app, database, table)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "process-payment, shipment.shipments",
    "ship-order, payment.payments",
    "orchestration, payment.payments",
    "ship-order, orchestration.orders"
  })
  void noProgramReadsTheTablesOfAnother(String app, String table) {
    assertThatThrownBy(() -> rows(app, "orderflow", table))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied for schema");
  }

  @ParameterizedTest
  @CsvSource({
    "process-payment, sandbox",
    "ship-order, sandbox",
    "sandbox, orderflow",
    "orchestration, sandbox",
    "process-payment, postgres",
    "ship-order, template1",
    "sandbox, postgres"
  })
  void noProgramIsLetIntoAnotherDatabase(String app, String database) {
    assertThatThrownBy(() -> connect(app, database).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void nobodyIsLetInWithoutThePassword() {
    assertThatThrownBy(() -> connect("ship_order", "guessed", "orderflow").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  private static long rows(String app, String database, String table) throws Exception {
    try (Connection connection = connect(app, database);
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
      count.next();
      return count.getLong(1);
    }
  }

  private static Connection connect(String app, String database) throws SQLException, IOException {
    String password = Files.readString(data.resolve("passwords").resolve(app));
    return connect(app.replace('-', '_'), password, database);
  }

  private static Connection connect(String role, String password, String database)
      throws SQLException {
    return DriverManager.getConnection(
        platform.client().addresses().postgres() + database, role, password);
  }
}
