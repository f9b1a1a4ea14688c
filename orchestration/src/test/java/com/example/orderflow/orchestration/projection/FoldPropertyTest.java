package com.example.orderflow.orchestration.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.order.Journeys;
import com.example.orderflow.orchestration.order.OrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;

/** The projection without its database: orders as a map, entries as a list. */
class FoldPropertyTest {
  private final Map<String, TrackedOrder> orders = new HashMap<>();
  private final Map<Counts.Name, Integer> counts = new HashMap<>();
  private final List<Entry> log = new ArrayList<>();

  @Property(tries = 1_000)
  void howEventsAreShuffledAndCutIntoBatchesChangesNothing(
      @ForAll("interleaved") List<Tuple2<Journeys, EventType>> events,
      @ForAll @IntRange(min = 1, max = 8) int batch) {
    for (int from = 0; from < events.size(); from += batch) {
      project(events.subList(from, Math.min(from + batch, events.size())));
    }

    for (Journeys journey : Journeys.values()) {
      TrackedOrder order = orders.get(journey.name());
      assertThat(order.state()).isEqualTo(journey.end());
      assertThat(order.conflict()).isFalse();
      assertThat(counts).containsEntry(new Counts.Name(Wiring.BROKER, journey.end().id()), 1);
    }
    assertThat(counts.values()).isSubsetOf(0, 1);
    assertThat(log).hasSize((int) events.stream().distinct().count());
    assertThat(log)
        .extracting(Entry::position)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, log.size()).boxed().toList());
  }

  @Property(tries = 300)
  void contradictionsAreMarkedOnceAndCountedOnce(
      @ForAll("contradicting") List<Tuple2<Journeys, EventType>> events) {
    events.forEach(event -> project(List.of(Tuple.of(Journeys.SHIPPED, event.get2()))));

    TrackedOrder order = orders.get(Journeys.SHIPPED.name());
    assertThat(order.conflict()).isTrue();
    assertThat(order.state()).isInstanceOf(OrderState.Ended.class);
    assertThat(counts).containsEntry(new Counts.Name(Wiring.BROKER, Counts.CONFLICTS), 1);
    assertThat(log).filteredOn(e -> e.kind() == Entry.Kind.MARK).isNotEmpty();
    assertThat(log).extracting(e -> e.source() + e.id()).doesNotHaveDuplicates();
  }

  /** The four orders of all journeys, every event once, some again. */
  @Provide
  Arbitrary<List<Tuple2<Journeys, EventType>>> interleaved() {
    List<Tuple2<Journeys, EventType>> once = new ArrayList<>();
    for (Journeys journey : Journeys.values()) {
      journey.events().forEach(event -> once.add(Tuple.of(journey, event)));
    }
    return Arbitraries.of(once)
        .list()
        .ofMaxSize(10)
        .flatMap(
            repeats -> {
              List<Tuple2<Journeys, EventType>> all = new ArrayList<>(once);
              all.addAll(repeats);
              return Arbitraries.shuffle(all);
            });
  }

  @Provide
  Arbitrary<List<Tuple2<Journeys, EventType>>> contradicting() {
    return Arbitraries.of(Journeys.class)
        .set()
        .ofSize(2)
        .map(
            two ->
                two.stream()
                    .flatMap(j -> j.events().stream().map(event -> Tuple.of(j, event)))
                    .toList())
        .flatMap(Arbitraries::shuffle);
  }

  private void project(List<Tuple2<Journeys, EventType>> batch) {
    List<Sighting> fresh = new ArrayList<>();
    for (Tuple2<Journeys, EventType> event : batch) {
      Sighting sighting = sighting(event.get1().name(), event.get2());
      boolean known =
          log.stream()
              .anyMatch(
                  e -> e.orderId().equals(sighting.orderId()) && e.id().equals(sighting.id()));
      if (!known && fresh.stream().noneMatch(other -> other.key().equals(sighting.key()))) {
        fresh.add(sighting);
        orders.putIfAbsent(sighting.orderId(), placed(sighting.orderId()));
      }
    }
    Fold fold = new Fold(log.size(), orders.values(), Instant.EPOCH);
    fresh.forEach(fold::add);
    Changes changes = fold.changes();
    log.addAll(changes.entries());
    changes.orders().forEach(order -> orders.put(order.orderId(), order));
    changes.counts().forEach((name, change) -> counts.merge(name, change, Integer::sum));
  }

  private static Sighting sighting(String order, EventType type) {
    return new Sighting.Event(
        order, type, type.source(), type.name(), Instant.EPOCH, null, "{}", "17850");
  }

  private static TrackedOrder placed(String id) {
    return new TrackedOrder(
        id, Wiring.BROKER, OrderState.of("placed").orElseThrow(), false, false, false, false, null);
  }
}
