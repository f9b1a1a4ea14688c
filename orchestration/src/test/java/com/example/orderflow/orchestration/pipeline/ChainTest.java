package com.example.orderflow.orchestration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.pipeline.Attempt.Refused;
import com.example.orderflow.orchestration.pipeline.Attempt.Replied;
import com.example.orderflow.orchestration.pipeline.Attempt.Silent;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainTest {
  private static final Map<Function, URI> FUNCTIONS =
      Map.of(
          Function.VALIDATE_ORDER, URI.create("http://validate-order"),
          Function.PROCESS_PAYMENT, URI.create("http://process-payment"),
          Function.SHIP_ORDER, URI.create("http://ship-order"));

  private final Deque<Attempt> answers = new ArrayDeque<>();
  private final List<String> called = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> written = new ArrayList<>();
  private final List<CloudEvent> deadLetters = new ArrayList<>();

  @Test
  void anOrderThatShipsPassesAllThree() throws Exception {
    theFunctionsAnswer(
        reply(EventType.ORDER_VALIDATED),
        reply(EventType.PAYMENT_COMPLETED),
        reply(EventType.ORDER_SHIPPED));

    run();

    assertThat(called).containsExactly("validate-order", "process-payment", "ship-order");
    assertThat(written)
        .containsExactly(
            EventType.Name.ORDER_VALIDATED,
            EventType.Name.PAYMENT_COMPLETED,
            EventType.Name.ORDER_SHIPPED);
  }

  @Test
  void anOrderThatCannotBeShippedGetsItsMoneyBack() throws Exception {
    theFunctionsAnswer(
        reply(EventType.ORDER_VALIDATED),
        reply(EventType.PAYMENT_COMPLETED),
        reply(EventType.SHIPMENT_FAILED),
        reply(EventType.PAYMENT_REFUNDED));

    run();

    assertThat(called)
        .containsExactly("validate-order", "process-payment", "ship-order", "process-payment");
    assertThat(written).endsWith(EventType.Name.PAYMENT_REFUNDED);
  }

  @Test
  void aRejectedOrderIsNotPaid() throws Exception {
    theFunctionsAnswer(reply(EventType.ORDER_REJECTED));

    run();

    assertThat(called).containsExactly("validate-order");
  }

  @Test
  void whatMayPassIsTriedAgainAfterPausesThatDouble() throws Exception {
    theFunctionsAnswer(
        new Silent(), refusal(503), refusal(404), refusal(429), reply(EventType.ORDER_REJECTED));

    run();

    assertThat(pauses).extracting(Duration::toMillis).containsExactly(400L, 800L, 1_600L, 3_200L);
    assertThat(written).containsExactly(EventType.Name.ORDER_REJECTED);
    assertThat(deadLetters).isEmpty();
  }

  @Test
  void whatIsRefusedForGoodIsADeadLetterAtOnceWithTheReason() throws Exception {
    theFunctionsAnswer(reply(EventType.ORDER_VALIDATED), refusal(400));

    run();

    assertThat(pauses).isEmpty();
    CloudEvent letter = deadLetters.getFirst();
    assertThat(letter.getType()).isEqualTo(EventType.Name.ORDER_VALIDATED);
    assertThat(letter.getExtension("knativeerrordest")).isEqualTo("http://process-payment");
    assertThat(letter.getExtension("knativeerrorcode")).isEqualTo("400");
    assertThat(Base64.getDecoder().decode((String) letter.getExtension("knativeerrordata")))
        .asString()
        .isEqualTo("because");
  }

  @Test
  void whatNeverAnswersIsADeadLetterAfterTheLastAttempt() throws Exception {
    theFunctionsAnswer(new Silent(), new Silent(), new Silent(), new Silent(), new Silent());

    run();

    assertThat(called).hasSize(5);
    assertThat(deadLetters).hasSize(1);
    assertThat(deadLetters.getFirst().getExtensionNames())
        .contains("knativeerrordest")
        .doesNotContain("knativeerrorcode", "knativeerrordata");
  }

  private void run() throws Exception {
    CloudEvent created =
        new AcceptedOrder("1", Wiring.CHAIN, Instant.EPOCH, null, new byte[0]).created();
    new Chain(FUNCTIONS, this::call, this::write, pauses::add, new FourRetries()).run(created);
  }

  private void theFunctionsAnswer(Attempt... attempts) {
    answers.addAll(Arrays.asList(attempts));
  }

  private Attempt call(URI function, CloudEvent event) {
    called.add(function.getHost());
    return answers.remove();
  }

  private void write(String topic, CloudEvent event) {
    if (topic.equals(Channels.DEAD_LETTERS_TOPIC)) {
      deadLetters.add(event);
    } else {
      written.add(event.getType());
    }
  }

  private static Attempt reply(EventType type) {
    return new Replied(
        CloudEventBuilder.v1()
            .withId("1")
            .withSource(URI.create(type.source()))
            .withType(type.type())
            .build());
  }

  private static Attempt refusal(int status) {
    return new Refused(status, "because".getBytes(StandardCharsets.UTF_8));
  }

  private record FourRetries() implements ChainConfig.Chain {
    @Override
    public Duration timeout() {
      return Duration.ofSeconds(1);
    }

    @Override
    public int retries() {
      return 4;
    }

    @Override
    public Duration backoffDelay() {
      return Duration.ofMillis(200);
    }

    @Override
    public int calls() {
      return 1;
    }

    @Override
    public int orders() {
      return 1;
    }
  }
}
