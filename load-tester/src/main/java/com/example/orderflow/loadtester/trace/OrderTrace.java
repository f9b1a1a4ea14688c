package com.example.orderflow.loadtester.trace;

import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.topics.EventLog;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All events of one order in causal order.
 *
 * <pre>
 * order.created
 * └─ order.validated
 *    ├─ payment.completed        a dead letter hangs below the event that could not be delivered
 *    │  └─ order.shipped
 *    └─ dead letter
 * </pre>
 *
 * @param roots events whose cause is not in the topics; as a rule just {@code order.created}
 */
public record OrderTrace(String orderId, List<TraceStep> roots) {

  public OrderTrace {
    roots = List.copyOf(roots);
  }

  /** Reads both topics from their beginning; an order that nobody knows has no roots. */
  public static OrderTrace read(String bootstrapServers, Duration timeout, String orderId) {
    List<SeenEvent> events = new ArrayList<>();
    EventLog.read(
        bootstrapServers,
        timeout,
        event -> {
          if (event.orderId().equals(orderId)) {
            events.add(event);
          }
        });
    return of(orderId, events);
  }

  /** Puts events in causal order, however they came. */
  public static OrderTrace of(String orderId, List<SeenEvent> events) {
    return new Growing(events).trace(orderId);
  }

  /** The outcome of the order, or that it is dead-lettered; empty while it is on its way. */
  public Optional<Ending> ending() {
    Set<Ending> endings = new HashSet<>();
    roots.forEach(root -> collect(root, endings));
    return endings.stream().min(Comparator.naturalOrder());
  }

  private static void collect(TraceStep step, Set<Ending> endings) {
    step.event().ending().ifPresent(endings::add);
    step.next().forEach(next -> collect(next, endings));
  }

  /** Events that are not yet in the tree. */
  private static final class Growing {
    private final Map<SeenEvent.Key, SeenEvent> first = new LinkedHashMap<>();
    private final Map<SeenEvent.Key, Integer> deliveries = new LinkedHashMap<>();
    private final Set<SeenEvent.Key> placed = new HashSet<>();

    Growing(List<SeenEvent> events) {
      events.stream()
          .sorted(Comparator.comparing(SeenEvent::recordedAt))
          .forEach(
              event -> {
                first.putIfAbsent(event.key(), event);
                deliveries.merge(event.key(), 1, Integer::sum);
              });
    }

    OrderTrace trace(String orderId) {
      List<TraceStep> roots = new ArrayList<>();
      for (SeenEvent event : first.values()) {
        if (first.values().stream().noneMatch(other -> causes(other, event))) {
          roots.add(step(event, Duration.ZERO));
        }
      }
      for (SeenEvent event : first.values()) {
        if (!placed.contains(event.key())) { // a circle of causes has no beginning
          roots.add(step(event, Duration.ZERO));
        }
      }
      return new OrderTrace(orderId, roots);
    }

    private TraceStep step(SeenEvent event, Duration sinceCause) {
      placed.add(event.key());
      List<TraceStep> next = new ArrayList<>();
      for (SeenEvent other : first.values()) {
        if (!placed.contains(other.key()) && causes(event, other)) {
          next.add(step(other, Duration.between(event.recordedAt(), other.recordedAt())));
        }
      }
      return new TraceStep(event, deliveries.get(event.key()), sinceCause, next);
    }

    private boolean causes(SeenEvent cause, SeenEvent event) {
      if (cause.deadLetter().isPresent()) {
        return false;
      }
      boolean itsDeadLetter =
          event.deadLetter().isPresent()
              && first.containsKey(new SeenEvent.Key(event.source(), event.id(), false));
      return itsDeadLetter
          ? cause.source().equals(event.source()) && cause.id().equals(event.id())
          : event.causationId().equals(Optional.of(cause.id()));
    }
  }
}
