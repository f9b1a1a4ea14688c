package com.example.orderflow.loadtester.trace;

import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.topics.DeadLetter;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;

/** A trace for a terminal: one line per event, the way as a tree. */
public final class TraceText {
  private static final String TYPE_PREFIX = "com.example.";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private final DateTimeFormatter time;
  private final StringBuilder text = new StringBuilder();

  private TraceText(ZoneId zone) {
    this.time = TIME.withZone(zone);
  }

  public static String of(OrderTrace trace, ZoneId zone) {
    if (trace.roots().isEmpty()) {
      return "No event of order %s is known.\n".formatted(trace.orderId());
    }
    TraceText rendering = new TraceText(zone);
    rendering
        .text
        .append("Order ")
        .append(trace.orderId())
        .append(": ")
        .append(trace.ending().map(Ending::json).orElse("on its way"))
        .append('\n');
    trace.roots().forEach(root -> rendering.step(root, "", ""));
    return rendering.text.toString();
  }

  private void step(TraceStep step, String branch, String below) {
    SeenEvent event = step.event();
    text.append(time.format(event.recordedAt()))
        .append(branch.isEmpty() ? " ".repeat(11) : gap(step))
        .append(branch)
        .append(name(event));
    if (step.deliveries() > 1) {
      text.append("  ×").append(step.deliveries());
    }
    text.append('\n');
    for (Iterator<TraceStep> next = step.next().iterator(); next.hasNext(); ) {
      TraceStep child = next.next();
      boolean last = !next.hasNext();
      step(child, below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
    }
  }

  private static String gap(TraceStep step) {
    return String.format(Locale.ROOT, " %+7.3f s ", step.sinceCause().toMillis() / 1000.0);
  }

  private static String name(SeenEvent event) {
    String type =
        event.type().startsWith(TYPE_PREFIX)
            ? event.type().substring(TYPE_PREFIX.length())
            : event.type();
    return event
        .deadLetter()
        .map(reason -> "dead letter: " + type + " " + shown(reason))
        .orElse(type + "  by " + event.source());
  }

  private static String shown(DeadLetter reason) {
    return "could not be delivered to %s: %s"
        .formatted(
            reason.destination(),
            reason
                .status()
                .map(status -> (status + " " + reason.answer().orElse("")).strip())
                .orElse("no answer"));
  }
}
