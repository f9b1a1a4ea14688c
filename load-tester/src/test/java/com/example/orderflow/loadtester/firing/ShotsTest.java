package com.example.orderflow.loadtester.firing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventData;
import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Order;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.scenario.OrderMix;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShotsTest {
  private static final int MANY = 4_000;

  @Property(tries = 20)
  void copiesAndBrokenRequestsHaveTheirShares(
      @ForAll @DoubleRange(max = 0.5) double duplicates,
      @ForAll @DoubleRange(max = 0.5) double malformed,
      @ForAll long seed) {
    Map<Shot.Kind, Long> kinds =
        shots(mix(Map.of(Ending.SHIPPED, 1), duplicates, malformed, seed)).stream()
            .collect(Collectors.groupingBy(Shot::kind, Collectors.counting()));

    assertThat(share(kinds.get(Shot.Kind.DUPLICATE))).isCloseTo(duplicates, within(0.05));
    assertThat(share(kinds.get(Shot.Kind.MALFORMED))).isCloseTo(malformed, within(0.05));
  }

  @Property(tries = 20)
  void aCopyIsOfAnOrderThatWasSent(@ForAll long seed) {
    Set<String> sent = new HashSet<>();
    for (Shot shot : shots(mix(Map.of(Ending.SHIPPED, 1), 0.5, 0.1, seed))) {
      boolean isNew = sent.add(shot.order().orderId());
      assertThat(isNew).isEqualTo(shot.kind() != Shot.Kind.DUPLICATE);
    }
  }

  @Example
  void ordersEndInTheirParts() {
    Map<Ending, Long> endings =
        shots(mix(Map.of(Ending.SHIPPED, 6, Ending.REJECTED, 3, Ending.CANCELLED, 1), 0, 0, 1))
            .stream()
            .collect(
                Collectors.groupingBy(
                    shot -> shot.order().expected().orElseThrow().outcome(),
                    Collectors.counting()));

    assertThat(share(endings.get(Ending.SHIPPED))).isCloseTo(0.6, within(0.05));
    assertThat(share(endings.get(Ending.REJECTED))).isCloseTo(0.3, within(0.05));
    assertThat(share(endings.get(Ending.CANCELLED))).isCloseTo(0.1, within(0.05));
  }

  @Property(tries = 5)
  void theSameSeedGivesTheSameRequests(@ForAll long seed) {
    OrderMix mix = mix(Map.of(Ending.SHIPPED, 1, Ending.PAYMENT_FAILED, 1), 0.1, 0.1, seed);

    assertThat(shots(mix)).isEqualTo(shots(mix));
  }

  @Example
  void theLargestOrderFitsEverywhere() throws JsonProcessingException {
    OrderMix largest = new OrderMix(Map.of(Ending.SHIPPED, 1), 2_000, 2_000, 0, 0, 1);
    String body = new Shots(largest, EventType.ORDER_CREATED, "run").next().order().data();

    assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(Channels.LARGEST_EVENT_BYTES);
    assertThat(EventJson.mapper().readValue(body, Order.class).lines()).hasSize(2_000);
  }

  @ParameterizedTest
  @EnumSource(
      value = EventType.class,
      names = {"ORDER_CREATED", "ORDER_VALIDATED", "PAYMENT_COMPLETED"})
  void aFunctionGetsTheDataThatItTakes(EventType input) throws JsonProcessingException {
    String body = new Shots(OrderMix.DEFAULT, input, "run").next().order().data();

    EventData data = EventJson.mapper().readValue(body, input.payload());
    assertThat(data.orderId()).isEqualTo("run-0");
  }

  private static OrderMix mix(
      Map<Ending, Integer> parts, double duplicates, double malformed, long seed) {
    return new OrderMix(parts, 1, 3, duplicates, malformed, seed);
  }

  private static List<Shot> shots(OrderMix mix) {
    return Stream.generate(new Shots(mix, EventType.ORDER_CREATED, "run")::next)
        .limit(MANY)
        .toList();
  }

  private static double share(Long count) {
    return count == null ? 0 : count / (double) MANY;
  }
}
