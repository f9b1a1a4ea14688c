package com.example.orderflow.cli;

import com.example.orderflow.loadtester.topics.DeadLetter;
import com.example.orderflow.loadtester.topics.SeenEvent;
import com.example.orderflow.loadtester.trace.OrderTrace;
import com.example.orderflow.loadtester.trace.TraceStep;
import com.example.orderflow.localplatform.eventing.Deliveries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A trace for scripts.
 *
 * @param outcome null while the order is on its way
 * @param events each before what it caused
 * @param deliveries what the Triggers do, and lately did, with these events
 */
record TraceDocument(String orderId, String outcome, List<Step> events, Deliveries deliveries) {

  /**
   * An event of the order.
   *
   * @param causationId null for the first one
   * @param seen how often it is in the topics
   * @param deadLetter why it could not be delivered; null for an event that is no dead letter
   */
  record Step(
      String type,
      String source,
      String id,
      String causationId,
      Instant recordedAt,
      long millisSinceCause,
      int seen,
      DeadLetter deadLetter) {}

  static TraceDocument of(OrderTrace trace, Deliveries deliveries) {
    List<Step> steps = new ArrayList<>();
    trace.roots().forEach(root -> collect(root, steps));
    return new TraceDocument(
        trace.orderId(),
        trace.ending().map(ending -> ending.json()).orElse(null),
        steps,
        deliveries);
  }

  private static void collect(TraceStep step, List<Step> steps) {
    SeenEvent event = step.event();
    steps.add(
        new Step(
            event.type(),
            event.source(),
            event.id(),
            event.causationId().orElse(null),
            event.recordedAt(),
            step.sinceCause().toMillis(),
            step.deliveries(),
            event.deadLetter().orElse(null)));
    step.next().forEach(next -> collect(next, steps));
  }
}
