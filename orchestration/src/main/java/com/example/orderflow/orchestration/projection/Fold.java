package com.example.orderflow.orchestration.projection;

import com.example.orderflow.events.EventType;
import com.example.orderflow.orchestration.order.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes sightings into the orders they are about.
 *
 * <pre>
 * orders as they are ──┐
 *                      ├─► one after the other ─┬─► entries with positions
 * sightings, no repeats┘                        ├─► orders that changed
 *                                               └─► counts that changed
 * </pre>
 */
final class Fold {
  private final Map<String, TrackedOrder> before;
  private final Map<String, TrackedOrder> after;
  private final List<Entry> entries = new ArrayList<>();
  private final Instant now;
  private long position;

  /**
   * @param position the last one in the log
   * @param orders all that the sightings are about
   */
  Fold(long position, Collection<TrackedOrder> orders, Instant now) {
    this.position = position;
    this.now = now;
    this.before =
        orders.stream().collect(Collectors.toMap(TrackedOrder::orderId, Function.identity()));
    this.after = new LinkedHashMap<>(before);
  }

  void add(Sighting sighting) {
    TrackedOrder order = after.get(sighting.orderId());
    TrackedOrder next =
        switch (sighting) {
          case Sighting.Event event -> add(event, order);
          case Sighting.DeadLetter letter -> add(letter, order);
        };
    after.put(order.orderId(), next.nowCounted());
  }

  Changes changes() {
    List<TrackedOrder> changed =
        after.values().stream()
            .filter(order -> !order.equals(before.get(order.orderId())))
            .toList();
    Counts counts = new Counts();
    changed.forEach(order -> counts.move(before.get(order.orderId()), order));
    return new Changes(entries, changed, counts.changes());
  }

  private TrackedOrder add(Sighting.Event event, TrackedOrder order) {
    Step step = order.state().on(event.type());
    TrackedOrder next = order.in(step.state());
    if (event.type() == EventType.ORDER_CREATED && order.customerId() == null) {
      next = next.of(event.customerId());
    }
    boolean keptWithTheOrder = event.type() == EventType.ORDER_CREATED && order.documented();
    append(
        next,
        Entry.Kind.EVENT,
        event.type().type(),
        event.source(),
        event.id(),
        event.time(),
        event.causationId(),
        keptWithTheOrder ? null : event.data());
    if (step instanceof Step.Contradicted contradicted) {
      next = next.contradicted();
      append(
          next,
          Entry.Kind.MARK,
          Mark.CONFLICT.type(),
          Mark.SOURCE,
          "%s/%s/%s".formatted(Mark.CONFLICT.type(), event.source(), event.id()),
          now,
          event.id(),
          note(event, contradicted));
    }
    return next;
  }

  private TrackedOrder add(Sighting.DeadLetter letter, TrackedOrder order) {
    append(
        order,
        Entry.Kind.MARK,
        Mark.DEAD_LETTER.type(),
        letter.source(),
        letter.id(),
        letter.time(),
        letter.eventId(),
        letter.reason());
    return order.withDeadLetter();
  }

  private void append(
      TrackedOrder order,
      Entry.Kind kind,
      String type,
      String source,
      String id,
      Instant time,
      String causationId,
      String body) {
    position++;
    entries.add(
        new Entry(
            position,
            order.orderId(),
            kind,
            type,
            source,
            id,
            time,
            causationId,
            body,
            order.wiring(),
            order.state()));
  }

  private static String note(Sighting.Event event, Step.Contradicted step) {
    return "%s came when the order was %s: it stays %s"
        .formatted(event.type().type(), step.before().id(), step.state().id());
  }
}
