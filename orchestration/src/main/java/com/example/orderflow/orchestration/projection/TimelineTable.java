package com.example.orderflow.orchestration.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the table {@code timeline}; whoever calls holds the {@link Log}. */
public final class TimelineTable {
  /**
   * The limit makes it one look into the index for each key. As a plain join it is planned while
   * the table is empty, and a connection goes on reading the whole table until PostgreSQL analyzes
   * it: a minute, and 12 million rows of the first 8,000 orders.
   */
  private static final String KNOWN =
      """
      select order_id, source, id
      from unnest(?::text[], ?::text[], ?::text[]) as seen (order_id, source, id)
      cross join lateral (
        select from timeline t
        where t.order_id = seen.order_id and t.source = seen.source and t.id = seen.id
        limit 1) known""";

  private static final String APPEND =
      """
      insert into timeline (position, order_id, source, id, kind, type, time, causation_id,
                            data, note, wiring, state)
      select position, order_id, source, id, kind, type, time::timestamptz, causation_id,
             case kind when 'event' then body::json end, case kind when 'mark' then body end,
             wiring, state
      from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::text[], ?::text[])
        as new (position, order_id, source, id, kind, type, time, causation_id, body,
                wiring, state)""";

  private TimelineTable() {}

  /** Those of the keys that the table has. */
  static Set<Sighting.Key> known(Connection connection, Collection<Sighting.Key> keys)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
      new Columns<>(select, List.copyOf(keys))
          .texts(Sighting.Key::orderId)
          .texts(Sighting.Key::source)
          .texts(Sighting.Key::id);
      Set<Sighting.Key> known = new HashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.add(new Sighting.Key(row.getString(1), row.getString(2), row.getString(3)));
        }
      }
      return known;
    }
  }

  /** Appends entries that the table does not have. */
  public static void append(Connection connection, List<Entry> entries) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
      new Columns<>(insert, entries)
          .numbers(Entry::position)
          .texts(Entry::orderId)
          .texts(Entry::source)
          .texts(Entry::id)
          .texts(entry -> entry.kind().id())
          .texts(Entry::type)
          .texts(entry -> entry.time().toString())
          .texts(Entry::causationId)
          .texts(Entry::body)
          .texts(entry -> entry.wiring().id())
          .texts(entry -> entry.state().id());
      insert.executeUpdate();
    }
  }
}
