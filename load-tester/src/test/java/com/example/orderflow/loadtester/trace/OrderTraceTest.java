package com.example.orderflow.loadtester.trace;

import static com.example.orderflow.events.EventType.ORDER_SHIPPED;
import static com.example.orderflow.events.EventType.ORDER_VALIDATED;
import static com.example.orderflow.events.EventType.PAYMENT_COMPLETED;
import static com.example.orderflow.loadtester.topics.Events.created;
import static com.example.orderflow.loadtester.topics.Events.deadLetter;
import static com.example.orderflow.loadtester.topics.Events.reply;
import static com.example.orderflow.loadtester.topics.Events.way;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OrderTraceTest {
  private static final List<SeenEvent> SHIPPED =
      way("a", ORDER_VALIDATED, PAYMENT_COMPLETED, ORDER_SHIPPED);

  @Test
  void eventsAreShownInCausalOrderWithTimesAndGaps() {
    assertThat(text(SHIPPED))
        .isEqualTo(
            """
            Order a: shipped
            12:00:00.010           order.created  by order-service
            12:00:00.020  +0.010 s └─ order.validated  by validate-order
            12:00:00.030  +0.010 s    └─ payment.completed  by process-payment
            12:00:00.040  +0.010 s       └─ order.shipped  by ship-order
            """);
  }

  @Property
  void theOrderOfArrivalDoesNotMatter(@ForAll Random random) {
    List<SeenEvent> shuffled = new ArrayList<>(SHIPPED);
    Collections.shuffle(shuffled, random);

    assertThat(OrderTrace.of("a", shuffled)).isEqualTo(OrderTrace.of("a", SHIPPED));
  }

  @Test
  void repeatsAreMergedAndCounted() {
    List<SeenEvent> twice = new ArrayList<>(SHIPPED);
    twice.addAll(SHIPPED.subList(1, 3));

    assertThat(text(twice))
        .contains("order.created  by order-service\n")
        .contains("order.validated  by validate-order  ×2\n")
        .contains("order.shipped  by ship-order\n");
  }

  @Test
  void aDeadLetterHangsBelowItsEvent() {
    List<SeenEvent> stopped = new ArrayList<>(SHIPPED.subList(0, 3));
    stopped.add(deadLetter(stopped.getLast()));

    assertThat(OrderTrace.of("a", stopped).ending()).contains(Ending.DEAD_LETTERED);
    assertThat(text(stopped))
        .startsWith("Order a: deadLettered\n")
        .endsWith(
            "+0.005 s       └─ dead letter: payment.completed could not be delivered to http://ship-order/: 400 no such thing\n");
  }

  @Test
  void severalEffectsOfOneCauseBranch() {
    List<SeenEvent> branching = new ArrayList<>(SHIPPED);
    branching.add(reply(SHIPPED.getFirst(), PAYMENT_COMPLETED));

    assertThat(text(branching)).contains("├─ order.validated").contains("└─ payment.completed");
  }

  @Test
  void anEventWithoutItsCauseIsShownToo() {
    assertThat(text(SHIPPED.subList(2, 4)))
        .contains("           payment.completed  by process-payment\n")
        .contains(" └─ order.shipped");
  }

  @Test
  void aCircleOfCausesEnds() {
    SeenEvent one = caused(created("a"), "1", "2");
    SeenEvent two = caused(created("a"), "2", "1");

    assertThat(OrderTrace.of("a", List.of(one, two)).roots())
        .singleElement()
        .satisfies(root -> assertThat(root.next()).hasSize(1));
  }

  @Test
  void anOrderThatNobodyKnowsIsSaidSo() {
    assertThat(text(List.of())).isEqualTo("No event of order a is known.\n");
    assertThat(OrderTrace.of("a", List.of()).ending()).isEmpty();
  }

  private static String text(List<SeenEvent> events) {
    return TraceText.of(OrderTrace.of("a", events), ZoneOffset.UTC);
  }

  private static SeenEvent caused(SeenEvent event, String id, String causationId) {
    return new SeenEvent(
        event.orderId(),
        event.type(),
        event.source(),
        id,
        Optional.of(causationId),
        event.recordedAt(),
        event.data(),
        event.deadLetter());
  }
}
