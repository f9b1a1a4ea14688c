package com.example.orderflow.orchestration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.OrchestrationParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class BacklogTest {

  @Inject DataSource database;

  @AfterEach
  void clear() throws SQLException {
    execute("delete from outbox where order_id like 'backlog-%'");
  }

  @Test
  void aWiringWithTooManyWaitingOrdersIsFullAndNoOther() throws SQLException {
    Backlog backlog = new Backlog(10, database);
    waiting(11);

    backlog.look();

    assertThat(backlog.isFull(Wiring.ARGO)).isTrue();
    assertThat(backlog.isFull(Wiring.BROKER)).isFalse();
  }

  @Test
  void aWiringThatHasSentThemIsFullNoLonger() throws SQLException {
    Backlog backlog = new Backlog(10, database);
    waiting(11);
    backlog.look();
    clear();
    waiting(10);

    backlog.look();

    assertThat(backlog.isFull(Wiring.ARGO)).isFalse();
  }

  /** Rows without an order: no relay takes them. */
  private void waiting(int rows) throws SQLException {
    execute(
        "insert into outbox (wiring, order_id) select 'argo', 'backlog-' || n"
            + " from generate_series(1, %d) as n".formatted(rows));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
