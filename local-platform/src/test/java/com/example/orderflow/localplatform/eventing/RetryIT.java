package com.example.orderflow.localplatform.eventing;

import static com.example.orderflow.localplatform.eventing.Platform.header;
import static com.example.orderflow.localplatform.eventing.Platform.tries;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.nothing;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.reset;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.status;
import static com.example.orderflow.localplatform.eventing.Subscriber.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Retries, backoff, timeouts and dead letters as measured on the real broker. */
class RetryIT {
  private final Platform platform = new Platform();
  private final Subscriber subscriber = platform.subscriber();

  @AfterEach
  void stop() {
    platform.close();
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
    assertThat(Subscriber.decoded(header(letter, "ce_knativeerrordata"))).isEqualTo("no database");
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
}
