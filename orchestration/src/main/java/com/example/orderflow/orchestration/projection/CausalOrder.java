package com.example.orderflow.orchestration.projection;

import com.example.orderflow.events.EventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the entries of one order so that no effect stands before its cause. Otherwise they stay as
 * they arrived.
 *
 * <pre>
 * arrived:  validated   shipped   created   completed
 *              │           └─────────────────► │
 *              └──────────────────► │
 * told:     created   validated   completed   shipped
 * </pre>
 *
 * <p>An event whose cause is not there is an effect of {@code order.created}: a Sequence lets out
 * its last event only.
 */
final class CausalOrder {
  private final Map<String, TimelineEntry> events = new HashMap<>();
  private final Set<Long> told = new HashSet<>();
  private final List<TimelineEntry> inOrder = new ArrayList<>();
  private TimelineEntry created;

  private CausalOrder(List<TimelineEntry> arrived) {
    for (TimelineEntry entry : arrived) {
      if (isEvent(entry)) {
        events.putIfAbsent(entry.id(), entry);
        if (entry.type().equals(EventType.ORDER_CREATED.type()) && created == null) {
          created = entry;
        }
      }
    }
    arrived.forEach(this::tell);
  }

  static List<TimelineEntry> of(List<TimelineEntry> arrived) {
    return new CausalOrder(arrived).inOrder;
  }

  /** Its cause first; marked as told before that, so that a circle of causes ends. */
  private void tell(TimelineEntry entry) {
    if (told.add(entry.position())) {
      TimelineEntry cause = cause(entry);
      if (cause != null) {
        tell(cause);
      }
      inOrder.add(entry);
    }
  }

  private TimelineEntry cause(TimelineEntry entry) {
    TimelineEntry named = events.get(entry.causationId());
    return named == null && isEvent(entry) ? created : named;
  }

  private static boolean isEvent(TimelineEntry entry) {
    return entry.kind().equals(Entry.Kind.EVENT.id());
  }
}
