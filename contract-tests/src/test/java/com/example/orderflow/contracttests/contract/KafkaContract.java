package com.example.orderflow.contracttests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.probe.Answer;
import com.example.orderflow.probe.Call;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Into a topic by a KafkaSink, out of it by a KafkaSource. */
@Needs({Engine.BROKER, Engine.KAFKA_SINK, Engine.KAFKA_SOURCE})
abstract class KafkaContract extends Contract {
  private static final String TO_KAFKA = "contract.to-kafka";

  @Test
  void anEventComesOutOfATopicAsItWentIn() {
    Map<String, String> headers = event(TO_KAFKA);
    headers.put("ce-partitionkey", key);

    post(headers, "{\"price\":1.50}");

    Call call = desk.getsOne(key, "from-kafka");
    assertThat(text(call)).isEqualTo("{\"price\":1.50}");
    assertThat(call.headers())
        .containsEntry("ce-id", "id-" + key)
        .containsEntry("ce-type", TO_KAFKA)
        .containsEntry("ce-partitionkey", key)
        .containsEntry("content-type", "application/json");
  }

  @Test
  void aSourceTriesAgainAndThenMakesADeadLetter() {
    Answer fails = Answer.status(503);
    desk.answers(key, "from-kafka", fails, fails, fails);

    post(event(TO_KAFKA), "{}");

    desk.getsOnly(key, "from-kafka", "from-kafka", "from-kafka", "dead-letters");
    assertThat(desk.getsOne(key, "dead-letters").headers())
        .containsEntry("ce-knativeerrorcode", "503");
  }

  @Test
  void whatTheSinkOfASourceAnswersIsNotLookedAt() {
    desk.answers(key, "from-kafka", Answer.OK.with(event("contract.replied")).with("{}"));

    post(event(TO_KAFKA), "{}");

    desk.getsOnly(key, "from-kafka");
  }

  @Test
  @OnlyOnACluster(
      because = "a KafkaSink takes what Triggers, sources and steps send, and has no address")
  void aKafkaSinkTakesEventsAndNothingElse() {
    ClusterUnderContract cluster = (ClusterUnderContract) platform();

    assertThat(Http.send("POST", cluster.kafkaSink(), event(TO_KAFKA), "{}").status())
        .isEqualTo(202);
    assertThat(Http.send("POST", cluster.kafkaSink(), Map.of(), "{}").status()).isEqualTo(400);
  }
}
