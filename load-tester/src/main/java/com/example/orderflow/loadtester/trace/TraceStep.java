package com.example.orderflow.loadtester.trace;

import com.example.orderflow.loadtester.topics.SeenEvent;
import java.time.Duration;
import java.util.List;

/**
 * An event on the way of an order, and what it caused.
 *
 * @param event as it was seen first
 * @param deliveries how often it was seen: more than once is what at-least-once allows
 * @param sinceCause how long after its cause; zero for an event without a cause in the topics
 * @param next what it caused, earliest first
 */
public record TraceStep(
    SeenEvent event, int deliveries, Duration sinceCause, List<TraceStep> next) {

  public TraceStep {
    next = List.copyOf(next);
  }
}
