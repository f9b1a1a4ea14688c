package com.example.orderflow.localplatform.eventing;

import static com.example.orderflow.localplatform.eventing.Platform.header;
import static com.example.orderflow.localplatform.eventing.Platform.tries;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.event;
import static com.example.orderflow.localplatform.eventing.Subscriber.Reply.status;
import static com.example.orderflow.localplatform.eventing.Subscriber.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records that other programs write, taken into the broker or to a subscriber. */
class KafkaSourceIT {
  private static final Address BROKER = new Address.BrokerAddress("orders");

  private final Platform platform = new Platform();
  private final Subscriber subscriber = platform.subscriber();

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void aRecordThatIsAnEventEntersTheBrokerAsItIs() {
    platform.kafkaSource(BROKER, tries(1)).trigger(subscriber, tries(1)).start();

    written("1", "{\"price\":1.50}");

    var call = subscriber.getsOne();
    assertThat(call.header("ce-id")).isEqualTo("1");
    assertThat(call.header("ce-type")).isEqualTo("test.event");
    assertThat(call.header("content-type")).isEqualTo("application/json");
    assertThat(call.body()).isEqualTo("{\"price\":1.50}");
    var stored = platform.brokerRecords().getFirst();
    assertThat(utf8(stored.key())).isEqualTo("k");
  }

  @Test
  void aRecordThatIsAnEventWithoutPartitionKeyLosesItsKey() {
    platform.kafkaSource(BROKER, tries(1)).start();

    platform.kafka.write(platform.sourceTopic(), "k", headers("1"), "{}");

    await().until(() -> platform.brokerRecords().size() == 1);
    assertThat(platform.brokerRecords().getFirst().key()).isNull();
  }

  @Test
  void aStructuredRecordKeepsEveryDigit() {
    platform.kafkaSource(subscriber.address(), tries(1)).start();

    platform.kafka.write(
        platform.sourceTopic(),
        "k",
        Map.of("content-type", "application/cloudevents+json"),
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"data\":{\"price\":1.50}}");

    assertThat(subscriber.getsOne().body()).isEqualTo("{\"price\":1.50}");
    assertThat(subscriber.getsOne().header("ce-id")).isEqualTo("1");
  }

  @Test
  void aRecordThatIsNoEventIsWrappedInOneThatSaysWhereItStood() {
    platform.kafkaSource(subscriber.address(), tries(1)).start();

    platform.kafka.write(
        platform.sourceTopic(), "k", Map.of("content-type", "text/plain", "X-Shop", "1"), "hello");

    var call = subscriber.getsOne();
    var partition = call.header("ce-knativekafkapartition");
    assertThat(call.header("ce-type")).isEqualTo("dev.knative.kafka.event");
    assertThat(call.header("ce-source"))
        .isEqualTo(
            "/apis/v1/namespaces/%s/kafkasources/source#%s"
                .formatted(platform.namespace, platform.sourceTopic()));
    assertThat(call.header("ce-id")).isEqualTo("partition:%s/offset:0".formatted(partition));
    assertThat(call.header("ce-subject")).isEqualTo("partition:%s#0".formatted(partition));
    assertThat(call.header("ce-key")).isEqualTo("k");
    assertThat(call.header("ce-partitionkey")).isEqualTo("k");
    assertThat(call.header("ce-kafkaheaderxshop")).isEqualTo("1");
    assertThat(call.header("content-type")).isEqualTo("text/plain");
    assertThat(call.body()).isEqualTo("hello");
  }

  @Test
  void aBrokenStructuredRecordIsLost() {
    platform.kafkaSource(subscriber.address(), tries(1)).start();

    platform.kafka.write(
        platform.sourceTopic(), "k", Map.of("content-type", "application/cloudevents+json"), "{");
    written("after", "{}");

    assertThat(subscriber.getsOne().header("ce-id")).isEqualTo("after");
    await().until(() -> platform.kafka.committed(platform.sourceGroup()) == 2);
    assertThat(platform.deadLetters()).isEmpty();
  }

  @Test
  void whatWasWrittenBeforeTheFirstStartAndWhileItWasStoppedIsRead() {
    platform.kafkaSource(subscriber.address(), tries(1)).createTopics();
    written("before", "{}");
    platform.start();
    subscriber.gets(1);
    platform.stop();
    written("stopped", "{}");

    platform.start();

    subscriber.gets(2);
    assertThat(subscriber.ids()).containsExactly("before", "stopped");
  }

  @Test
  void aFailingSinkIsTriedAgainAndThenTheEventIsADeadLetter() {
    subscriber.always(status(503));
    platform.kafkaSource(subscriber.address(), tries(2)).start();

    written("1", "{}");

    var letter = platform.deadLetters(1).getFirst();
    assertThat(subscriber.calls()).hasSize(2);
    assertThat(header(letter, "ce_id")).isEqualTo("1");
    assertThat(header(letter, "ce_knativeerrorcode")).isEqualTo("503");
  }

  @Test
  void whatASinkAnswersIsNotLookedAt() {
    subscriber.answers(event(Platform.event("reply"), "{}"), status(200, "thanks"));
    platform.kafkaSource(subscriber.address(), tries(2)).start();

    written("1", "{}");
    written("2", "{}");

    await().until(() -> platform.deliveries().finished().size() == 2);
    assertThat(platform.deliveries().finished())
        .allMatch(delivered -> delivered.outcome() == Outcome.DELIVERED);
    assertThat(platform.brokerRecords()).isEmpty();
  }

  private void written(String id, String value) {
    var headers = new HashMap<>(headers(id));
    headers.put("ce_partitionkey", "k");
    platform.kafka.write(platform.sourceTopic(), "k", headers, value);
  }

  private static Map<String, String> headers(String id) {
    return Map.of(
        "ce_specversion", "1.0",
        "ce_id", id,
        "ce_source", "/tests",
        "ce_type", "test.event",
        "content-type", "application/json");
  }
}
