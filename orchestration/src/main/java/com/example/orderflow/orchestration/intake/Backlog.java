package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.Wiring;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Which wirings have more orders waiting in the outbox than they may. A look once a second, by
 * index: an order pays nothing for it.
 */
@Singleton
final class Backlog {

  private static final Logger LOG = Logger.getLogger("orderflow.intake");

  /** Counts no further than the bound. */
  private static final String FULL =
      """
      select wiring from unnest(?::text[]) as wiring
      where exists (select 1 from outbox where outbox.wiring = wiring.wiring offset ?)""";

  private final DataSource connections;
  private final int bound;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("backlog").factory());
  private volatile Set<Wiring> full = EnumSet.noneOf(Wiring.class);

  @Inject
  Backlog(IntakeConfig config, DataSource connections) {
    this(config.backlog(), connections);
  }

  Backlog(int bound, DataSource connections) {
    this.bound = bound;
    this.connections = connections;
  }

  boolean isFull(Wiring wiring) {
    return full.contains(wiring);
  }

  void start(@Observes StartupEvent startup) {
    clock.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent shutdown) {
    clock.shutdownNow();
  }

  void look() {
    try (Connection connection = connections.getConnection();
        PreparedStatement count = connection.prepareStatement(FULL)) {
      String[] wirings =
          EnumSet.allOf(Wiring.class).stream().map(Wiring::id).toArray(String[]::new);
      count.setArray(1, connection.createArrayOf("text", wirings));
      count.setInt(2, bound);
      Set<Wiring> seen = EnumSet.noneOf(Wiring.class);
      try (ResultSet row = count.executeQuery()) {
        while (row.next()) {
          Wiring.of(row.getString(1)).ifPresent(seen::add);
        }
      }
      full = seen;
    } catch (SQLException away) {
      // Orders are refused anyway while the database is away.
      LOG.debugf("backlog.unknown state=%s", away.getSQLState());
    }
  }
}
