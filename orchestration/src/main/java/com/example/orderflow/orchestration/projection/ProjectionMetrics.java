package com.example.orderflow.orchestration.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;

/** What the projection tells an operator. */
@Singleton
final class ProjectionMetrics {
  private final Counter entries;
  private final Counter repeats;
  private final Counter skipped;
  private final Counter conflicts;
  private final Counter deadLetters;
  private final Counter postponed;

  ProjectionMetrics(MeterRegistry registry) {
    entries = registry.counter("orderflow.projection.records", "outcome", "kept");
    repeats = registry.counter("orderflow.projection.records", "outcome", "repeat");
    skipped = registry.counter("orderflow.projection.records", "outcome", "skipped");
    postponed =
        Counter.builder("orderflow.projection.postponed")
            .description("Times that a batch had to wait because the database could not take it")
            .register(registry);
    conflicts =
        Counter.builder("orderflow.projection.conflicts")
            .description("Events that contradict what was seen of their order: look at each")
            .register(registry);
    deadLetters =
        Counter.builder("orderflow.projection.dead.letters")
            .description("Events that could not be delivered: GET /dead-letters lists their orders")
            .register(registry);
  }

  void kept(List<Sighting> sightings, Changes changes) {
    long contradicted = changes.marks(Mark.CONFLICT);
    long kept = changes.entries().size() - contradicted;
    entries.increment(kept);
    repeats.increment(sightings.size() - kept);
    conflicts.increment(contradicted);
    deadLetters.increment(changes.marks(Mark.DEAD_LETTER));
  }

  /** A batch that the database did not take this time. */
  void postponed() {
    postponed.increment();
  }

  /** A record that will never be readable. */
  void skipped() {
    skipped.increment();
  }
}
