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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds orders that do not come to an end and puts them into the outbox again.
 *
 * <pre>
 * open, unmoved for a while, resting no more, ─┬─► outbox: the same order.created, same id
 * not dead-lettered, not in the outbox         ├─► rests twice as long as the last time
 *                                              └─► mark on its timeline
 * </pre>
 *
 * <p>Every step of the pipeline knows what it has done for the order, so nothing happens twice. Two
 * sweeps at once do not send an order twice either: they write to the timeline one after the other.
 */
@Singleton
public final class Sweeper {
  private static final String SWEEP =
      """
      with due as (
        select order_id from orders
        where state in ('placed', 'validated', 'paid')
          and accepted_at < now() - ?::interval and updated_at < now() - ?::interval
          and (rest_until is null or rest_until <= now())
          and not dead_lettered
          and document is not null
          and not exists (
            select 1 from outbox
            where outbox.wiring = orders.wiring and outbox.order_id = orders.order_id)
        order by accepted_at limit ?),
      swept as (
        update orders set
          sent_again = sent_again + 1,
          rest_until = now() + least(?::interval * power(2, least(sent_again, 20)), ?::interval)
        from due where orders.order_id = due.order_id
        returning orders.order_id, wiring, state, sent_again, rest_until),
      queued as (
        insert into outbox (wiring, order_id) select wiring, order_id from swept)
      select order_id, wiring, state, sent_again, rest_until, now() as swept_at
      from swept order by order_id""";

  private final Log log;
  private final SweeperConfig config;
  private final Event<OrdersAccepted> accepted;
  private final Event<Appended> appended;

  Sweeper(Log log, SweeperConfig config, Event<OrdersAccepted> accepted, Event<Appended> appended) {
    this.log = log;
    this.config = config;
    this.accepted = accepted;
    this.appended = appended;
  }

  /** How many orders were sent again. */
  public int sweep() throws SQLException {
    List<Entry> marks =
        log.write(
            (position, connection) -> {
              List<Entry> swept = sweep(position, connection);
              TimelineTable.append(connection, swept);
              return swept;
            });
    if (!marks.isEmpty()) {
      accepted.fire(
          new OrdersAccepted(marks.stream().map(Entry::wiring).collect(Collectors.toSet())));
      appended.fire(new Appended());
    }
    return marks.size();
  }

  private List<Entry> sweep(long position, Connection connection) throws SQLException {
    try (PreparedStatement sweep = connection.prepareStatement(SWEEP)) {
      sweep.setString(1, config.after().toString());
      sweep.setString(2, config.after().toString());
      sweep.setInt(3, config.most());
      sweep.setString(4, config.after().toString());
      sweep.setString(5, config.longestRest().toString());
      List<Entry> marks = new ArrayList<>();
      try (ResultSet row = sweep.executeQuery()) {
        while (row.next()) {
          marks.add(mark(position + marks.size() + 1, row));
        }
      }
      return marks;
    }
  }

  private Entry mark(long position, ResultSet row) throws SQLException {
    OffsetDateTime now = row.getObject("swept_at", OffsetDateTime.class);
    int times = row.getInt("sent_again");
    return new Entry(
        position,
        row.getString("order_id"),
        Entry.Kind.MARK,
        Mark.SENT_AGAIN.type(),
        Mark.SOURCE,
        Mark.SENT_AGAIN.type() + "/" + times,
        now.toInstant(),
        null,
        "Sent again, number %d: it had not moved for %s; left alone until %s"
            .formatted(
                times,
                config.after(),
                row.getObject("rest_until", OffsetDateTime.class).toInstant()),
        Wiring.of(row.getString("wiring")).orElseThrow(),
        OrderState.of(row.getString("state")).orElseThrow());
  }
}
