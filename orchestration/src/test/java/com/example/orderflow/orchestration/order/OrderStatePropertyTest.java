package com.example.orderflow.orchestration.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventType;
import com.example.orderflow.orchestration.order.OrderState.Ended;
import com.example.orderflow.orchestration.order.OrderState.Placed;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class OrderStatePropertyTest {

  @Property(tries = 2_000)
  void anyOrderOfArrivalWithAnyRepeatsEndsInTheSameState(
      @ForAll("arrivals") Tuple2<Journeys, List<EventType>> order) {
    List<Step> steps = steps(order.get2());

    assertThat(steps.getLast().state()).isEqualTo(order.get1().end());
    assertThat(steps).noneMatch(Step.Contradicted.class::isInstance);
  }

  @Property(tries = 2_000)
  void missingEventsBeforeTheLastDoNotChangeTheEnd(
      @ForAll("arrivalsWithGaps") Tuple2<Journeys, List<EventType>> order) {
    List<Step> steps = steps(order.get2());

    assertThat(steps.getLast().state()).isEqualTo(order.get1().end());
    assertThat(steps).noneMatch(Step.Contradicted.class::isInstance);
  }

  @Property(tries = 2_000)
  void anOrderNeverGoesBackAndItsFirstEndStays(@ForAll List<EventType> events) {
    OrderState state = new Placed();
    for (EventType event : events) {
      OrderState next = state.on(event).state();
      assertThat(next.passed(state) || next instanceof Ended).isTrue();
      assertThat(state instanceof Ended && !next.equals(state)).isFalse();
      state = next;
    }
  }

  @Property(tries = 1_000)
  void twoEndsAreAContradictionWhicheverComesFirst(@ForAll("twoJourneys") List<EventType> both) {
    EventType firstEnd =
        both.stream().filter(event -> event.outcome().isPresent()).findFirst().orElseThrow();

    List<Step> steps = steps(both);

    assertThat(steps.getLast().state()).isEqualTo(OrderState.provenBy(firstEnd));
    assertThat(steps).anyMatch(Step.Contradicted.class::isInstance);
  }

  @Provide
  Arbitrary<List<EventType>> twoJourneys() {
    return Arbitraries.of(Journeys.class)
        .set()
        .ofSize(2)
        .map(two -> two.stream().flatMap(journey -> journey.events().stream()).toList())
        .flatMap(Arbitraries::shuffle);
  }

  @Provide
  Arbitrary<Tuple2<Journeys, List<EventType>>> arrivals() {
    return Arbitraries.of(Journeys.class)
        .flatMap(journey -> journey.arrivals().map(events -> Tuple.of(journey, events)));
  }

  @Provide
  Arbitrary<Tuple2<Journeys, List<EventType>>> arrivalsWithGaps() {
    return Arbitraries.of(Journeys.class)
        .flatMap(journey -> journey.arrivalsWithGaps().map(events -> Tuple.of(journey, events)));
  }

  private static List<Step> steps(List<EventType> events) {
    List<Step> steps = new ArrayList<>();
    OrderState state = new Placed();
    for (EventType event : events) {
      Step step = state.on(event);
      steps.add(step);
      state = step.state();
    }
    return steps;
  }
}
