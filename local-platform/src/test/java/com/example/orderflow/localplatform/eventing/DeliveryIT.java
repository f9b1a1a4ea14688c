package com.example.orderflow.localplatform.eventing;

import static com.example.orderflow.localplatform.eventing.Platform.header;
import static com.example.orderflow.localplatform.eventing.Platform.tries;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.status;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.when;
import static com.example.orderflow.localplatform.eventing.Subscriber.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What arrives where, and what is done with: unordered delivery as measured on the real broker. */
class DeliveryIT {
  private static final int LARGE_EVENT = 900_000;
  private static final int LARGE_EVENTS = 40;
  private static final int LARGE_EVENTS_THAT_FILL = (int) (Backlog.MOST_BYTES / LARGE_EVENT);

  private final Platform platform = new Platform();
  private final Subscriber subscriber = platform.subscriber();

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void anEventReachesItsSubscriberInBinaryMode() {
    platform.trigger(subscriber, tries(1)).start();

    platform.takes("1");

    var call = subscriber.getsOne();
    assertThat(call.body()).isEqualTo("{\"order\":\"1\"}");
    assertThat(call.header("ce-id")).isEqualTo("1");
    assertThat(call.header("content-type")).isEqualTo("application/json");
    assertThat(call.header("prefer")).isEqualTo("reply");
    assertThat(call.header("ce-knativekafkapartition")).isBetween("0", "3");
    assertThat(call.header("ce-knativekafkaoffset")).isEqualTo("0");
  }

  @Test
  void attributesThatNoHeaderCanHoldArrivePercentEncoded() {
    platform.trigger(subscriber, tries(1)).start();

    platform.structured(
        """
        {"specversion":"1.0","id":"a b","source":"/tests","type":"t","subject":"50% Grüße"}""");

    assertThat(subscriber.getsOne().header("ce-id")).isEqualTo("a%20b");
    assertThat(subscriber.getsOne().header("ce-subject")).isEqualTo("50%25%20Gr%C3%BC%C3%9Fe");
  }

  @Test
  void noTraceOfARequestReachesAnyEvent() {
    platform.trigger(subscriber, tries(1)).start();

    platform.takes(
        "1", Map.of("traceparent", "00-a-b-01", "baggage", "k=v", "tracestate", "x=y"), "{}");
    platform.takes("2", Map.of("ce-traceparent", "00-c-d-01"), "{}");

    subscriber.gets(2);
    assertThat(subscriber.calls())
        .noneMatch(call -> call.headers().contains("traceparent"))
        .noneMatch(call -> call.headers().contains("tracestate"))
        .noneMatch(call -> call.headers().contains("baggage"))
        .anyMatch(call -> "00-c-d-01".equals(call.header("ce-traceparent")));
  }

  @Test
  void aFilterKeepsOtherEventsAway() {
    var filter = new EventFilter.Exact(Map.of("type", "wanted"));
    platform.trigger("wanted", filter, subscriber.address(), tries(1)).start();

    platform.takes("1");
    platform.takes("2", Map.of("ce-type", "wanted"), "{}");

    assertThat(subscriber.getsOne().header("ce-id")).isEqualTo("2");
  }

  @Test
  void aKafkaSinkGetsACopyOfEveryEvent() {
    platform
        .trigger(
            "copy", EventFilter.EVERY_EVENT, new Address.KafkaSinkAddress("dead-letters"), tries(1))
        .start();

    platform.takes("1", Map.of("ce-partitionkey", "k"), "{}");

    var copy = platform.deadLetters(1).getFirst();
    assertThat(utf8(copy.key())).isEqualTo("k");
    assertThat(header(copy, "ce_knativeerrordest")).isNull();
  }

  @Test
  void aSlowSubscriberDoesNotHoldBackOtherEvents() {
    var slow = new CompletableFuture<Integer>();
    subscriber.answers(when(slow));
    platform.trigger(subscriber, tries(1, Duration.ofMinutes(1))).start();

    for (int i = 1; i <= 50; i++) {
      platform.takes("" + i, Map.of("ce-partitionkey", "same"), "{}");
    }

    subscriber.gets(50);
    await().until(() -> platform.deliveries().finished().size() == 49);
    assertThat(platform.deliveries().pending())
        .singleElement()
        .satisfies(
            pending -> {
              assertThat(pending.state()).isEqualTo(Deliveries.State.IN_FLIGHT);
              assertThat(pending.event().eventId()).isEqualTo("1");
            });
    slow.complete(200);
    await().until(() -> platform.deliveries().finished().size() == 50);
  }

  @Test
  void aTriggerStopsReadingWhileTooManyEventsWaitAndThenDeliversThemAll() {
    var healed = new AtomicBoolean();
    subscriber.always(request -> status(healed.get() ? 200 : 503).give(request));
    platform.trigger(subscriber, untilHealed()).start();

    takesLargeEvents();

    await().until(() -> platform.deliveries().pending().size() >= LARGE_EVENTS_THAT_FILL);
    assertThat(platform.deliveries().pending()).hasSizeLessThan(LARGE_EVENTS);
    healed.set(true);
    await().until(() -> platform.deliveries().finished().size() == LARGE_EVENTS);
    assertThat(platform.deliveries().finished())
        .allMatch(delivered -> delivered.outcome() == Outcome.DELIVERED);
  }

  @Test
  void aTriggerThatStoppedReadingHoldsBackNoOtherAndMissesNothing() {
    var healed = new AtomicBoolean();
    var away = platform.subscriber();
    away.always(request -> status(healed.get() ? 200 : 503).give(request));
    platform.trigger("away", EventFilter.EVERY_EVENT, away.address(), untilHealed());
    var wanted = new EventFilter.Exact(Map.of("type", "wanted"));
    platform.trigger("wanted", wanted, subscriber.address(), tries(1)).start();
    takesLargeEvents();
    await().until(() -> platform.deliveries().pending().size() >= LARGE_EVENTS_THAT_FILL);

    platform.takes("last", Map.of("ce-type", "wanted"), "{}");

    assertThat(subscriber.getsOne().header("ce-id")).isEqualTo("last");
    healed.set(true);
    await().until(() -> platform.deliveries().finished().size() == LARGE_EVENTS + 2);
  }

  @Test
  void anOffsetIsCommittedOnlyWhenEverythingBeforeItIsDone() {
    var slow = new CompletableFuture<Integer>();
    subscriber.answers(when(slow));
    platform.trigger(subscriber, tries(1)).start();
    var group = platform.group("only");

    for (int i = 1; i <= 5; i++) {
      platform.takes("" + i, Map.of("ce-partitionkey", "same"), "{}");
    }
    await().until(() -> platform.deliveries().finished().size() == 4);

    await().during(Duration.ofMillis(1500)).until(() -> platform.kafka.committed(group) == 0);
    slow.complete(200);
    await().until(() -> platform.kafka.committed(group) == 5);
  }

  @Test
  void aTriggerStartsAtTheEndAndMissesNothingWhileItIsStopped() {
    platform.start();
    platform.takes("before");
    platform.stop();
    platform.trigger(subscriber, tries(1)).start();
    platform.takes("1");
    subscriber.gets(1);
    platform.stop();
    platform.start();

    platform.takes("2");

    subscriber.gets(2);
    assertThat(subscriber.ids()).containsExactly("1", "2");
  }

  private void takesLargeEvents() {
    var data = "\"" + "x".repeat(LARGE_EVENT) + "\"";
    IntStream.rangeClosed(1, LARGE_EVENTS).forEach(i -> platform.takes("" + i, Map.of(), data));
  }

  private static DeliverySpec untilHealed() {
    return new DeliverySpec(
        100, BackoffPolicy.LINEAR, Duration.ofMillis(200), Duration.ofSeconds(5), Optional.empty());
  }
}
