package com.example.orderflow.orchestration.projection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a batch of sightings into the database, in one transaction.
 *
 * <pre>
 * sightings ─► drop repeats ─► orders they are about ─► fold ─► entries, orders, counts
 *               (timeline)          (orders)                   (timeline, orders, order_counts)
 * </pre>
 *
 * <p>It takes six statements, however many the sightings are.
 */
@Singleton
final class Projection {
  private final Log log;
  private final InstantSource clock = Clock.systemUTC();

  Projection(Log log) {
    this.log = log;
  }

  /** What the sightings changed; nothing where all of them were seen before. */
  Changes project(List<Sighting> sightings) throws SQLException {
    Map<Sighting.Key, Sighting> distinct = new LinkedHashMap<>();
    sightings.forEach(sighting -> distinct.putIfAbsent(sighting.key(), sighting));
    return log.write(
        (position, connection) -> {
          distinct.keySet().removeAll(TimelineTable.known(connection, distinct.keySet()));
          return distinct.isEmpty()
              ? new Changes(List.of(), List.of(), Map.of())
              : project(position, connection, distinct.values());
        });
  }

  private Changes project(long position, Connection connection, Collection<Sighting> sightings)
      throws SQLException {
    Set<String> ids = sightings.stream().map(Sighting::orderId).collect(Collectors.toSet());
    Fold fold = new Fold(position, TrackedOrders.load(connection, ids), clock.instant());
    sightings.forEach(fold::add);
    Changes changes = fold.changes();
    TimelineTable.append(connection, changes.entries());
    if (!changes.orders().isEmpty()) {
      TrackedOrders.update(connection, changes.orders());
    }
    if (!changes.counts().isEmpty()) {
      CountTable.change(connection, changes.counts());
    }
    return changes;
  }
}
