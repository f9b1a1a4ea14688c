package com.example.orderflow.localplatform.eventing;

import static com.example.orderflow.localplatform.eventing.Platform.header;
import static com.example.orderflow.localplatform.eventing.Platform.tries;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.echo;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.event;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two steps in a line: a Trigger sends what it gets to the Sequence, whose reply is the Broker. */
class SequenceIT {
  private static final EventFilter BEGINNING = new EventFilter.Exact(Map.of("type", "test.event"));

  private final Platform platform = new Platform();
  private final Subscriber first = platform.subscriber();
  private final Subscriber second = platform.subscriber();
  private final Subscriber afterwards = platform.subscriber();

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void eachStepGetsWhatTheOneBeforeAnsweredAndTheLastAnswerIsTheReply() {
    first.always(event(typed("middle"), "{\"price\":1.50}"));
    second.always(event(typed("end"), "{\"price\":2.50}"));
    start(tries(1), tries(1));

    platform.takes("1");

    assertThat(first.getsOne().header("ce-id")).isEqualTo("1");
    assertThat(second.getsOne().header("ce-type")).isEqualTo("middle");
    assertThat(second.getsOne().body()).isEqualTo("{\"price\":1.50}");
    assertThat(afterwards.getsOne().header("ce-type")).isEqualTo("end");
    assertThat(afterwards.getsOne().body()).isEqualTo("{\"price\":2.50}");
  }

  @Test
  void aStepMayAnswerWithTheEventItGot() {
    first.always(event(typed("end"), "{}"));
    second.always(echo());
    start(tries(1), tries(1));

    platform.takes("1");

    assertThat(afterwards.getsOne().header("ce-id")).isEqualTo("id-of-end");
  }

  @Test
  void aStepThatAnswersWithoutAnEventEndsTheLine() {
    start(tries(1), tries(1));

    platform.takes("1");

    first.gets(1);
    await().until(() -> platform.deliveries().finished().size() == 2);
    assertThat(second.calls()).isEmpty();
    assertThat(platform.channelRecords(1)).isEmpty();
    assertThat(platform.deadLetters()).isEmpty();
  }

  @Test
  void aStepsRetriesAndDeadLetterSinkAreItsOwn() {
    first.always(event(typed("middle"), "{}"));
    second.always(status(503, "busy"));
    start(tries(1), tries(3));

    platform.takes("1");

    var letter = platform.deadLetters(1).getFirst();
    assertThat(header(letter, "ce_type")).isEqualTo("middle");
    assertThat(header(letter, "ce_knativeerrorcode")).isEqualTo("503");
    assertThat(Subscriber.decoded(header(letter, "ce_knativeerrordata"))).isEqualTo("busy");
    assertThat(first.calls()).hasSize(1);
    assertThat(second.calls()).hasSize(3);
  }

  @Test
  void aStepThatWasUnderWayWhenThePlatformStoppedGoesOnAfterwards() {
    first.always(event(typed("middle"), "{}"));
    second.answers(status(503)).always(event(typed("end"), "{}"));
    var patient =
        new DeliverySpec(
            5,
            BackoffPolicy.LINEAR,
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Optional.empty());
    start(tries(1), patient);
    platform.takes("1");
    second.gets(1);
    platform.stop();

    platform.start();

    assertThat(afterwards.getsOne().header("ce-type")).isEqualTo("end");
    assertThat(first.calls()).hasSize(1);
  }

  private void start(DeliverySpec ofFirst, DeliverySpec ofSecond) {
    platform
        .sequence(
            new SequenceSpec.Step(first.address(), ofFirst),
            new SequenceSpec.Step(second.address(), ofSecond))
        .trigger("begin", BEGINNING, new Address.SequenceAddress("line"), tries(1))
        .trigger(
            "end", new EventFilter.Exact(Map.of("type", "end")), afterwards.address(), tries(1))
        .start();
  }

  private static Map<String, String> typed(String type) {
    var event = new HashMap<>(Platform.event("id-of-" + type));
    event.put("ce-type", type);
    return event;
  }
}
