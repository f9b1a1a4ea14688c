package com.example.orderflow.localplatform.eventing;

import static com.example.orderflow.localplatform.eventing.Platform.event;
import static com.example.orderflow.localplatform.eventing.Platform.tries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kafka is killed and comes back. */
class OutageIT {
  private final TestKafka kafka = new TestKafka();
  private final Platform platform = new Platform(kafka);
  private final Subscriber subscriber = platform.subscriber();

  @AfterEach
  void stop() {
    platform.close();
    kafka.close();
  }

  @Test
  void anEventIsRefusedWithinSecondsAndTakenWhenKafkaIsBack() throws Exception {
    platform.trigger(subscriber, tries(1)).start();
    platform.takes("before");
    subscriber.gets(1);
    kafka.kill();

    var asked = Instant.now();
    var answer = platform.post(event("during"), "{}");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("Send it again");
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
    asked = Instant.now();
    assertThat(answersToManyAtOnce()).hasSize(100).allMatch(refused -> refused == 503);
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(15));
    kafka.start();
    platform.takes("after");
    await().atMost(Duration.ofSeconds(20)).until(() -> subscriber.ids().contains("after"));
  }

  @Test
  void aReplyIsHeldWhileKafkaIsAwayAndTheSubscriberIsNotAskedAgain() {
    var answered = new CompletableFuture<Integer>();
    var next = platform.subscriber();
    var reply = new HashMap<>(event("reply"));
    reply.put("ce-type", "replied");
    subscriber.answers(
        request -> answered.thenAccept(now -> Subscriber.Reply.event(reply, "{}").give(request)));
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
    subscriber.gets(1);
    kafka.kill();

    answered.complete(200);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                platform.deliveries().pending().stream()
                    .anyMatch(p -> p.step().equals("reply") && p.attempt() > 1));
    kafka.start();
    next.gets(1);
    assertThat(subscriber.ids()).containsExactly("1");
  }

  @Test
  void aStartWaitsForASlowKafkaLongerThanACommitDoes() {
    platform.kafkaSource(subscriber.address(), tries(1)).createTopics();
    try (var topics = new Topics(kafka.bootstrapServers());
        var offsets = new Offsets(kafka.bootstrapServers())) {
      var partitions = topics.partitions(platform.sourceTopic());
      kafka.halt();

      var begun = CompletableFuture.runAsync(() -> offsets.begin(List.of(), partitions));

      await().during(Duration.ofSeconds(6)).until(() -> !begun.isDone());
      kafka.goOn();
      assertThat(begun).succeedsWithin(Duration.ofSeconds(20));
    }
  }

  private List<Integer> answersToManyAtOnce() throws Exception {
    List<Callable<Integer>> posts =
        IntStream.range(0, 100)
            .<Callable<Integer>>mapToObj(
                i -> () -> platform.post(event("x" + i), "{}").statusCode())
            .toList();
    List<Integer> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : threads.invokeAll(posts)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }
}
