package com.example.orderflow.orchestration.sweeper;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.intake.OrdersAccepted;
import com.example.orderflow.orchestration.order.OrderState;
import com.example.orderflow.orchestration.projection.Appended;
import com.example.orderflow.orchestration.projection.Entry;
import com.example.orderflow.orchestration.projection.Log;
import com.example.orderflow.orchestration.projection.Mark;
import com.example.orderflow.orchestration.projection.TimelineTable;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts orders into the outbox again.
 *
 * <pre>
 *                ┌─► outbox: the same order.created, same id
 * chosen orders ─┼─► left alone by the sweeper, for twice as long as the last time
 *                └─► mark on its timeline
 * </pre>
 *
 * <p>Every step of the pipeline knows what it has done for the order, so nothing happens twice. Two
 * who do this at once do not send an order twice either: they write to the timeline one after the
 * other, and each chooses when it is its turn.
 */
@Singleton
final class Resending {
  private static final String SEND =
      """
      with sent as (
        update orders set
          sent_again = sent_again + 1,
          rest_until = now() + least(?::interval * power(2, least(sent_again, 20)), ?::interval)
        where order_id = any (?::text[])
        returning order_id, wiring, state, sent_again, rest_until),
      queued as (
        insert into outbox (wiring, order_id) select wiring, order_id from sent)
      select order_id, wiring, state, sent_again, rest_until, now() as sent_at
      from sent order by order_id""";

  private final Log log;
  private final SweeperConfig config;
  private final Event<OrdersAccepted> accepted;
  private final Event<Appended> appended;

  Resending(
      Log log, SweeperConfig config, Event<OrdersAccepted> accepted, Event<Appended> appended) {
    this.log = log;
    this.config = config;
    this.accepted = accepted;
    this.appended = appended;
  }

  /** Whose turn it is, asked in the transaction that sends them. */
  @FunctionalInterface
  interface Choice {
    List<String> orderIds(Connection connection) throws SQLException;
  }

  /** What stands on the timeline: how often it was sent again, and until when it is left alone. */
  @FunctionalInterface
  interface Note {
    String of(int times, Instant restUntil);
  }

  /** How many orders were sent again. */
  int send(Choice choice, Mark mark, Note note) throws SQLException {
    List<Entry> marks =
        log.write(
            (position, connection) -> {
              List<String> chosen = choice.orderIds(connection);
              List<Entry> sent =
                  chosen.isEmpty() ? List.of() : send(connection, chosen, position, mark, note);
              TimelineTable.append(connection, sent);
              return sent;
            });
    if (!marks.isEmpty()) {
      accepted.fire(
          new OrdersAccepted(marks.stream().map(Entry::wiring).collect(Collectors.toSet())));
      appended.fire(new Appended());
    }
    return marks.size();
  }

  private List<Entry> send(
      Connection connection, List<String> orderIds, long position, Mark mark, Note note)
      throws SQLException {
    try (PreparedStatement send = connection.prepareStatement(SEND)) {
      send.setString(1, config.after().toString());
      send.setString(2, config.longestRest().toString());
      send.setArray(3, connection.createArrayOf("text", orderIds.toArray()));
      List<Entry> marks = new ArrayList<>();
      try (ResultSet row = send.executeQuery()) {
        while (row.next()) {
          marks.add(entry(position + marks.size() + 1, row, mark, note));
        }
      }
      return marks;
    }
  }

  private static Entry entry(long position, ResultSet row, Mark mark, Note note)
      throws SQLException {
    int times = row.getInt("sent_again");
    return new Entry(
        position,
        row.getString("order_id"),
        Entry.Kind.MARK,
        mark.type(),
        Mark.SOURCE,
        mark.type() + "/" + times,
        time(row, "sent_at"),
        null,
        note.of(times, time(row, "rest_until")),
        Wiring.of(row.getString("wiring")).orElseThrow(),
        OrderState.of(row.getString("state")).orElseThrow());
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
