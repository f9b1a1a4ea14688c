package com.example.orderflow.eventpolicy;

import com.example.orderflow.events.EventType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Times each event from its arrival to its answer, by function, type and outcome. */
@Singleton
final class EventTimer {

  private final MeterRegistry registry;
  private final String function;

  /** So that an event does not pay for the search: there are few types and outcomes. */
  private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

  private record Labels(String type, String outcome) {}

  EventTimer(
      MeterRegistry registry, @ConfigProperty(name = "quarkus.application.name") String function) {
    this.registry = registry;
    this.function = function;
  }

  void start(RoutingContext routing) {
    Timer.Sample sample = Timer.start(registry);
    routing.addEndHandler(
        sent ->
            sample.stop(
                timers.computeIfAbsent(
                    new Labels(type(Received.envelope(routing)), outcome(routing)),
                    this::register)));
  }

  private Timer register(Labels labels) {
    return registry.timer(
        "orderflow.events",
        "function",
        function,
        "type",
        labels.type(),
        "outcome",
        labels.outcome());
  }

  /** Whoever sends events may not make a new time series with each of them. */
  private static String type(Envelope envelope) {
    return envelope == null
        ? "none"
        : EventType.of(envelope.type()).map(EventType::type).orElse("unknown");
  }

  private static String outcome(RoutingContext routing) {
    return switch (routing.response().getStatusCode()) {
      case 200, 204 -> Received.isPassedOn(routing) ? "passed-on" : "answered";
      case 500 -> "failed";
      case 503 -> "postponed";
      default -> "refused";
    };
  }
}
