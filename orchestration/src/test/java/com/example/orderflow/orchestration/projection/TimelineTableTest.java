package com.example.orderflow.orchestration.projection;

import static com.example.orderflow.events.EventType.ORDER_VALIDATED;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.example.orderflow.orchestration.order.OrderState;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class TimelineTableTest {
  /** From its sixth time on the driver has a statement planned once, and keeps the plan. */
  private static final int TIMES = 12;

  @Inject DataSource database;

  @Test
  void aPlanMadeWhileTheTableWasEmptyDoesNotReadAllOfItLater() throws SQLException {
    List<Entry> entries = IntStream.rangeClosed(1, 2_000).mapToObj(this::entry).toList();
    List<Sighting.Key> keys =
        entries.stream()
            .map(entry -> new Sighting.Key(entry.orderId(), entry.source(), entry.id()))
            .limit(40)
            .toList();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      emptyTimeline(connection);
      for (int time = 0; time < TIMES; time++) {
        assertThat(TimelineTable.known(connection, keys)).isEmpty();
      }

      TimelineTable.append(connection, entries);

      assertThat(TimelineTable.known(connection, keys)).containsExactlyInAnyOrderElementsOf(keys);
      assertThat(rowsReadInSequence(connection)).isZero();
      connection.rollback();
    }
  }

  /** This connection's own, which nobody analyzes: the one of the service has statistics. */
  private static void emptyTimeline(Connection connection) throws SQLException {
    try (Statement create = connection.createStatement()) {
      create.execute("create temporary table timeline (like timeline including all)");
    }
  }

  private static long rowsReadInSequence(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "select seq_tup_read from pg_stat_xact_all_tables"
                    + " where relid = 'pg_temp.timeline'::regclass")) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }

  private Entry entry(int position) {
    return new Entry(
        position,
        "order-" + position,
        Entry.Kind.EVENT,
        ORDER_VALIDATED.type(),
        "/validate-order",
        "event-" + position,
        Instant.EPOCH,
        null,
        "{}",
        Wiring.BROKER,
        OrderState.of("validated").orElseThrow());
  }
}
