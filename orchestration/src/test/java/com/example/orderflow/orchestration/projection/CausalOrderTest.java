package com.example.orderflow.orchestration.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CausalOrderTest {

  @Test
  void effectsComeAfterTheirCausesHoweverTheyArrived() {
    assertThat(
            told(
                event("validated", EventType.ORDER_VALIDATED, "created"),
                event("shipped", EventType.ORDER_SHIPPED, "completed"),
                event("created", EventType.ORDER_CREATED, null),
                event("completed", EventType.PAYMENT_COMPLETED, "validated")))
        .containsExactly("created", "validated", "completed", "shipped");
  }

  @Test
  void anEventWithoutItsCauseComesAfterTheCreationOfItsOrder() {
    assertThat(
            told(
                event("shipped", EventType.ORDER_SHIPPED, "unseen"),
                event("created", EventType.ORDER_CREATED, null)))
        .containsExactly("created", "shipped");
  }

  @Test
  void marksStayWhereTheyCameUnlessTheyAreAboutAnEvent() {
    assertThat(
            told(
                mark("deadLetter", "validated"),
                event("created", EventType.ORDER_CREATED, null),
                mark("sentAgain", null),
                event("validated", EventType.ORDER_VALIDATED, "created")))
        .containsExactly("created", "validated", "deadLetter", "sentAgain");
  }

  @Test
  void aCircleOfCausesLosesNothing() {
    assertThat(
            told(
                event("a", EventType.ORDER_VALIDATED, "b"),
                event("b", EventType.PAYMENT_COMPLETED, "a")))
        .containsExactlyInAnyOrder("a", "b");
  }

  private static List<String> told(TimelineEntry... arrived) {
    List<TimelineEntry> inOrder =
        Stream.iterate(0, n -> n + 1)
            .limit(arrived.length)
            .map(n -> at(n + 1, arrived[n]))
            .toList();
    assertThat(Arrays.asList(arrived)).hasSameSizeAs(inOrder);
    return CausalOrder.of(inOrder).stream().map(TimelineEntry::id).toList();
  }

  private static TimelineEntry event(String id, EventType type, String cause) {
    return new TimelineEntry(0, "event", type.type(), "any", id, Instant.EPOCH, cause, "{}", null);
  }

  private static TimelineEntry mark(String id, String about) {
    return new TimelineEntry(0, "mark", id, "any", id, Instant.EPOCH, about, null, "note");
  }

  private static TimelineEntry at(long position, TimelineEntry entry) {
    return new TimelineEntry(
        position,
        entry.kind(),
        entry.type(),
        entry.source(),
        entry.id(),
        entry.time(),
        entry.causationId(),
        entry.data(),
        entry.note());
  }
}
