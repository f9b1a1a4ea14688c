package com.example.orderflow.localplatform.eventing;

import static com.example.orderflow.localplatform.eventing.Platform.header;
import static com.example.orderflow.localplatform.eventing.Platform.tries;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.echo;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.event;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.nothing;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.reset;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.status;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.structured;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.when;
import static com.example.orderflow.localplatform.eventing.Subscriber.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The delivery part of the table measured on the real broker, and what is stricter here. */
class DeliveryIT {
  private static final EventFilter EVERY_EVENT = EventFilter.EVERY_EVENT;

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

  @ParameterizedTest
  @ValueSource(ints = {404, 408, 409, 429, 500, 503})
  void aPassingFailureIsTriedAgain(int status) {
    subscriber.answers(status(status), status(status));
    platform.trigger(subscriber, tries(3)).start();

    platform.takes("1");

    await().until(() -> !platform.deliveries().finished().isEmpty());
    assertThat(subscriber.calls()).hasSize(3);
    assertThat(platform.deliveries().finished().getFirst().outcome()).isEqualTo(Outcome.DELIVERED);
  }

  @Test
  void retryNMeansNPlusOneAttemptsThenTheDeadLetterSink() {
    subscriber.always(status(503, "no database"));
    platform.trigger(subscriber, tries(3)).start();

    platform.takes("1");

    var letter = platform.deadLetters(1).getFirst();
    assertThat(subscriber.calls()).hasSize(3);
    assertThat(utf8(letter.value())).isEqualTo("{\"order\":\"1\"}");
    assertThat(header(letter, "ce_id")).isEqualTo("1");
    assertThat(header(letter, "ce_knativeerrorcode")).isEqualTo("503");
    assertThat(decoded(header(letter, "ce_knativeerrordata"))).isEqualTo("no database");
    assertThat(header(letter, "ce_knativeerrordest")).startsWith("http://127.0.0.1:");
    assertThat(header(letter, "ce_knativekafkaoffset")).isEqualTo("0");
  }

  @Test
  void thePausesBetweenAttemptsGrow() {
    subscriber.answers(status(503), status(503));
    platform.trigger(subscriber, tries(3)).start();

    platform.takes("1");

    var calls = subscriber.gets(3);
    assertThat(Duration.between(calls.get(0).at(), calls.get(1).at()))
        .isGreaterThan(Duration.ofMillis(48));
    assertThat(Duration.between(calls.get(1).at(), calls.get(2).at()))
        .isGreaterThan(Duration.ofMillis(98));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 405, 410, 413, 415, 418, 422, 425})
  void aLastingFailureIsADeadLetterAtOnce(int status) {
    subscriber.always(status(status));
    platform.trigger(subscriber, tries(3)).start();

    platform.takes("1");

    var letter = platform.deadLetters(1).getFirst();
    assertThat(subscriber.calls()).hasSize(1);
    assertThat(header(letter, "ce_knativeerrorcode")).isEqualTo(Integer.toString(status));
    assertThat(header(letter, "ce_knativeerrordata")).isNull();
  }

  @Test
  void aResetIsTriedAgainAndHasNoCode() {
    subscriber.always(reset());
    platform.trigger(subscriber, tries(2)).start();

    platform.takes("1");

    var letter = platform.deadLetters(1).getFirst();
    assertThat(subscriber.calls()).hasSize(2);
    assertThat(header(letter, "ce_knativeerrordest")).isNotNull();
    assertThat(header(letter, "ce_knativeerrorcode")).isNull();
    assertThat(header(letter, "ce_knativeerrordata")).isNull();
  }

  @Test
  void anAnswerThatTakesTooLongIsTriedAgain() {
    subscriber.answers(nothing());
    platform.trigger(subscriber, tries(2)).start();

    platform.takes("1");

    var calls = subscriber.gets(2);
    assertThat(Duration.between(calls.get(0).at(), calls.get(1).at()))
        .isGreaterThan(Duration.ofSeconds(2));
  }

  @Test
  void anAnswerThatIsNoEventIsADeadLetterAtOnceWithItsDestinationOnly() {
    subscriber.always(status(200, "thanks"));
    platform.trigger(subscriber, tries(3)).start();

    platform.takes("1");

    var letter = platform.deadLetters(1).getFirst();
    assertThat(subscriber.calls()).hasSize(1);
    assertThat(header(letter, "ce_knativeerrordest")).isNotNull();
    assertThat(header(letter, "ce_knativeerrorcode")).isNull();
    assertThat(header(letter, "ce_knativeerrordata")).isNull();
  }

  @Test
  void withoutADeadLetterSinkAnEventIsDropped() {
    subscriber.always(status(400));
    platform.trigger(subscriber, DeliverySpec.ONE_TRY).start();

    platform.takes("1");

    await().until(() -> !platform.deliveries().finished().isEmpty());
    assertThat(platform.deliveries().finished().getFirst().outcome()).isEqualTo(Outcome.DROPPED);
  }

  @Test
  void aTriggerWithoutDeliveryHasItsBrokersTenRetries() {
    subscriber.answers(status(503), status(503));
    platform.trigger(subscriber, null).start();

    platform.takes("1");

    var calls = subscriber.gets(3);
    assertThat(Duration.between(calls.get(0).at(), calls.get(1).at()))
        .isGreaterThan(Duration.ofMillis(398));
    assertThat(Duration.between(calls.get(1).at(), calls.get(2).at()))
        .isGreaterThan(Duration.ofMillis(798));
  }

  @Test
  void aReplyEntersTheBroker() {
    var next = platform.subscriber();
    var reply = new HashMap<>(Platform.event("reply"));
    reply.put("ce-type", "replied");
    subscriber.always(event(reply, "{\"price\":1.50}"));
    platform
        .trigger(
            "asked",
            new EventFilter.Exact(Map.of("type", "test.event")),
            subscriber.address(),
            tries(1))
        .trigger(
            "replied", new EventFilter.Exact(Map.of("type", "replied")), next.address(), tries(1))
        .start();

    platform.takes("1");

    assertThat(next.getsOne().header("ce-id")).isEqualTo("reply");
    assertThat(next.getsOne().body()).isEqualTo("{\"price\":1.50}");
  }

  @Test
  void aStructuredReplyKeepsEveryDigit() {
    var next = platform.subscriber();
    subscriber.always(
        structured(
            """
            {"specversion":"1.0","id":"reply","source":"/s","type":"replied","data":{"price":1.50}}"""));
    platform
        .trigger(
            "asked",
            new EventFilter.Exact(Map.of("type", "test.event")),
            subscriber.address(),
            tries(1))
        .trigger(
            "replied", new EventFilter.Exact(Map.of("type", "replied")), next.address(), tries(1))
        .start();

    platform.takes("1");

    assertThat(next.getsOne().body()).isEqualTo("{\"price\":1.50}");
    assertThat(next.getsOne().header("content-type")).isEqualTo("application/json");
  }

  @Test
  void aSubscriberThatEchoesItsEventIsStopped() {
    subscriber.always(echo());
    platform.trigger(subscriber, tries(1)).start();

    platform.takes("1");

    var letter = platform.deadLetters(1).getFirst();
    assertThat(header(letter, "ce_knativeerrorcode")).isEqualTo("508");
    assertThat(decoded(header(letter, "ce_knativeerrordata"))).contains("Loop stopped");
    assertThat(subscriber.calls()).hasSize(BrokerInlet.MOST_HOPS + 1);
    assertThat(subscriber.calls())
        .noneMatch(call -> call.headers().names().stream().anyMatch(n -> n.contains("hops")));
  }

  @Test
  void aReplyThatCanNeverFitMakesItsEventADeadLetter() {
    subscriber.always(event(Platform.event("reply"), "x".repeat(1_000_000)));
    platform.trigger(subscriber, tries(3)).start();

    platform.takes("1");

    var letter = platform.deadLetters(1).getFirst();
    assertThat(header(letter, "ce_id")).isEqualTo("1");
    assertThat(header(letter, "ce_knativeerrorcode")).isEqualTo("413");
  }

  @Test
  void aDeadLetterIsHeldUntilItsSinkTakesIt() {
    var sink = platform.subscriber().answers(status(503), status(400), reset());
    subscriber.always(status(400));
    var delivery =
        new DeliverySpec(
            1,
            BackoffPolicy.LINEAR,
            Duration.ofMillis(1),
            Duration.ofSeconds(1),
            Optional.of(sink.address()));
    platform.trigger(subscriber, delivery).start();

    platform.takes("1");

    sink.gets(2);
    assertThat(platform.deliveries().pending())
        .singleElement()
        .satisfies(
            pending -> {
              assertThat(pending.step()).isEqualTo("dead letter");
              assertThat(pending.event().eventId()).isEqualTo("1");
            });
    sink.gets(4);
    await().until(() -> !platform.deliveries().finished().isEmpty());
    assertThat(platform.deliveries().finished().getFirst().outcome())
        .isEqualTo(Outcome.DEAD_LETTERED);
  }

  @Test
  void theReplyOfADeadLetterSinkEntersTheBroker() {
    var replied = new HashMap<>(Platform.event("from-sink"));
    replied.put("ce-type", "replied");
    var sink = platform.subscriber().always(event(replied, "{}"));
    var next = platform.subscriber();
    subscriber.always(status(400));
    var delivery =
        new DeliverySpec(
            0,
            BackoffPolicy.LINEAR,
            Duration.ZERO,
            Duration.ofSeconds(1),
            Optional.of(sink.address()));
    platform
        .trigger(
            "failing",
            new EventFilter.Exact(Map.of("type", "test.event")),
            subscriber.address(),
            delivery)
        .trigger(
            "replied", new EventFilter.Exact(Map.of("type", "replied")), next.address(), tries(1))
        .start();

    platform.takes("1");

    assertThat(next.getsOne().header("ce-id")).isEqualTo("from-sink");
  }

  @Test
  void aKafkaSinkGetsACopyOfEveryEvent() {
    platform
        .trigger("copy", EVERY_EVENT, new Address.KafkaSinkAddress("dead-letters"), tries(1))
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
    platform.trigger(subscriber, tries(1)).start();

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
    int events = Backlog.MOST_EVENTS + 1_000;
    var healed = new AtomicBoolean();
    subscriber.always(request -> status(healed.get() ? 200 : 503).give(request));
    var delivery =
        new DeliverySpec(
            100,
            BackoffPolicy.LINEAR,
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Optional.empty());
    platform.trigger(subscriber, delivery).start();

    IntStream.rangeClosed(1, events).parallel().forEach(i -> platform.takes("" + i));

    await().until(() -> platform.deliveries().pending().size() >= Backlog.MOST_EVENTS);
    assertThat(platform.deliveries().pending()).hasSizeLessThan(events);
    healed.set(true);
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> platform.deliveries().finished().size() == events);
    assertThat(platform.deliveries().finished())
        .allMatch(delivered -> delivered.outcome() == Outcome.DELIVERED);
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

  private static String decoded(String base64) {
    return utf8(Base64.getDecoder().decode(base64));
  }
}
