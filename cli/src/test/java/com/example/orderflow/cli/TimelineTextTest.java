package com.example.orderflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Wiring;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTextTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void eventsHangBelowTheirCauses() {
    assertThat(
            text(
                order(Wiring.BROKER, "paymentFailed", false),
                event("e-1", "order.created", null, 0),
                event("e-2", "order.validated", "e-1", 120),
                event("e-3", "payment.failed", "e-2", 1_500)))
        .isEqualTo(
            """
            Order a: paymentFailed, wiring broker
            12:00:00.000           order.created  by somebody
            12:00:00.120  +0.120 s └─ order.validated  by somebody
            12:00:01.500  +1.380 s    └─ payment.failed  by somebody
            """);
  }

  @Test
  void whatTheServiceNotedFollowsTheEvents() {
    assertThat(
            text(
                order(Wiring.CHAIN, "placed", true),
                event("e-1", "order.created", null, 0),
                mark("deadLetter", "could not be delivered", 300)))
        .startsWith("Order a: placed, dead-lettered, wiring chain\n")
        .endsWith("12:00:00.300 ! deadLetter: could not be delivered\n");
  }

  @Test
  void anEventWhoseCauseStaysInsideASequenceIsShownAllTheSame() {
    assertThat(
            text(
                order(Wiring.SEQUENCE, "shipped", false),
                event("e-1", "order.created", null, 0),
                event("e-4", "order.shipped", "e-3", 900)))
        .contains("lets out only its last answer")
        .contains("\n12:00:00.900           order.shipped  by somebody\n");
  }

  @Test
  void eventsThatCauseEachOtherAreShownOnce() {
    assertThat(
            text(
                order(Wiring.BROKER, "placed", false),
                event("e-1", "order.validated", "e-2", 0),
                event("e-2", "payment.failed", "e-1", 0)))
        .containsOnlyOnce("order.validated")
        .containsOnlyOnce("payment.failed");
  }

  private static String text(OrderApi.OrderLine order, OrderApi.Entry... entries) {
    return TimelineText.of(order, List.of(entries), ZoneOffset.UTC);
  }

  private static OrderApi.OrderLine order(Wiring wiring, String state, boolean deadLettered) {
    return new OrderApi.OrderLine("a", wiring, state, null, START, START, false, deadLettered);
  }

  private static OrderApi.Entry event(String id, String type, String cause, int millis) {
    return new OrderApi.Entry(
        "event",
        "com.example." + type,
        "somebody",
        id,
        START.plusMillis(millis),
        cause,
        null,
        null);
  }

  private static OrderApi.Entry mark(String type, String note, int millis) {
    return new OrderApi.Entry(
        "mark", type, "orchestration", type, START.plusMillis(millis), null, null, note);
  }
}
