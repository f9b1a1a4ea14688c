package com.example.orderflow.cli;

import com.example.orderflow.events.Wiring;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An order's timeline for a terminal: one line per event, the way as a tree; then what the service
 * notes about it.
 *
 * <pre>
 * order.created
 * └─ order.validated
 *    └─ payment.completed
 * ! sentAgain
 * </pre>
 */
final class TimelineText {
  private static final String TYPE_PREFIX = "com.example.";
  private static final String EVENT = "event";

  private final DateTimeFormatter time;
  private final List<OrderApi.Entry> events;
  private final Set<OrderApi.Entry> placed = new HashSet<>();
  private final StringBuilder text = new StringBuilder();

  private TimelineText(List<OrderApi.Entry> events, ZoneId zone) {
    this.events = events;
    this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
  }

  static String of(OrderApi.OrderLine order, List<OrderApi.Entry> entries, ZoneId zone) {
    TimelineText rendering =
        new TimelineText(
            entries.stream().filter(entry -> entry.kind().equals(EVENT)).toList(), zone);
    rendering.head(order);
    rendering.tree();
    entries.stream().filter(entry -> !entry.kind().equals(EVENT)).forEach(rendering::mark);
    return rendering.text.toString();
  }

  private void head(OrderApi.OrderLine order) {
    text.append("Order ")
        .append(order.orderId())
        .append(": ")
        .append(order.state())
        .append(order.deadLettered() ? ", dead-lettered" : "")
        .append(order.conflict() ? ", with conflicting events" : "")
        .append(", wiring ")
        .append(order.wiring().id())
        .append(
            order.wiring() == Wiring.SEQUENCE
                ? ", which lets out only its last answer; what came between stays inside"
                : "")
        .append('\n');
  }

  /** What has no known cause is a root, and so is what is left of a circle. */
  private void tree() {
    for (OrderApi.Entry event : events) {
      if (events.stream().noneMatch(cause -> causes(cause, event))) {
        step(event, null, "", "");
      }
    }
    for (OrderApi.Entry event : events) {
      if (!placed.contains(event)) {
        step(event, null, "", "");
      }
    }
  }

  private void step(OrderApi.Entry event, OrderApi.Entry cause, String branch, String below) {
    placed.add(event);
    text.append(time.format(event.time()))
        .append(cause == null ? " ".repeat(11) : gap(cause, event))
        .append(branch)
        .append(name(event.type()))
        .append("  by ")
        .append(event.source())
        .append('\n');
    List<OrderApi.Entry> caused =
        events.stream().filter(next -> causes(event, next) && !placed.contains(next)).toList();
    for (Iterator<OrderApi.Entry> next = caused.iterator(); next.hasNext(); ) {
      OrderApi.Entry child = next.next();
      boolean last = !next.hasNext();
      step(child, event, below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
    }
  }

  private void mark(OrderApi.Entry mark) {
    text.append(time.format(mark.time()))
        .append(" ! ")
        .append(mark.type())
        .append(": ")
        .append(mark.note())
        .append('\n');
  }

  private static boolean causes(OrderApi.Entry cause, OrderApi.Entry event) {
    return cause.id().equals(event.causationId());
  }

  private static String gap(OrderApi.Entry cause, OrderApi.Entry event) {
    double seconds = Duration.between(cause.time(), event.time()).toMillis() / 1000.0;
    return String.format(Locale.ROOT, " %+7.3f s ", seconds);
  }

  private static String name(String type) {
    return type.startsWith(TYPE_PREFIX) ? type.substring(TYPE_PREFIX.length()) : type;
  }
}
