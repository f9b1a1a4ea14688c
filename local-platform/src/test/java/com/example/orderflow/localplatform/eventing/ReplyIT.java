package com.example.orderflow.localplatform.eventing;

import static com.example.orderflow.localplatform.eventing.Platform.header;
import static com.example.orderflow.localplatform.eventing.Platform.tries;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.echo;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.event;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.status;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.structured;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replies as measured on the real broker, and loops, which it does not stop. */
class ReplyIT {
  private final Platform platform = new Platform();
  private final Subscriber subscriber = platform.subscriber();

  @AfterEach
  void stop() {
    platform.close();
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
    assertThat(Subscriber.decoded(header(letter, "ce_knativeerrordata"))).contains("Loop stopped");
    assertThat(subscriber.calls()).hasSize(Inlet.MOST_HOPS + 1);
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
}
