package com.example.orderflow.localplatform.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The words of the eventing tests: a namespace of its own with the Broker {@code orders}, the
 * KafkaSink {@code dead-letters}, and the Triggers, Sequences and KafkaSources of the test.
 */
final class Platform implements AutoCloseable {
  private static final AtomicInteger NAMESPACES = new AtomicInteger();

  final Vertx vertx = Vertx.vertx();
  final TestKafka kafka;
  final String namespace;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<TriggerSpec> triggers = new ArrayList<>();
  private final List<SequenceSpec> sequences = new ArrayList<>();
  private final List<KafkaSourceSpec> kafkaSources = new ArrayList<>();
  private final List<Subscriber> subscribers = new ArrayList<>();
  private HttpServer server;
  private Eventing eventing;

  Platform(TestKafka kafka) {
    this.kafka = kafka;
    this.namespace =
        "test-%d-%d".formatted(ProcessHandle.current().pid(), NAMESPACES.incrementAndGet());
  }

  Platform() {
    this(TestKafka.shared());
  }

  Subscriber subscriber() {
    var subscriber = new Subscriber(vertx);
    subscribers.add(subscriber);
    return subscriber;
  }

  Platform trigger(String name, EventFilter filter, Address to, DeliverySpec delivery) {
    triggers.add(
        new TriggerSpec(namespace, name, "orders", filter, to, Optional.ofNullable(delivery)));
    return this;
  }

  Platform trigger(Subscriber to, DeliverySpec delivery) {
    return trigger("only", EventFilter.EVERY_EVENT, to.address(), delivery);
  }

  /** The Sequence {@code line}, whose last answer goes to the Broker. */
  Platform sequence(SequenceSpec.Step... steps) {
    sequences.add(
        new SequenceSpec(
            namespace,
            "line",
            2,
            List.of(steps),
            Optional.of(new Address.BrokerAddress("orders"))));
    return this;
  }

  /** The KafkaSource {@code source}, which reads its topic from the beginning. */
  Platform kafkaSource(Address sink, DeliverySpec delivery) {
    kafkaSources.add(
        new KafkaSourceSpec(
            namespace, "source", sourceTopic(), sourceGroup(), true, sink, delivery));
    return this;
  }

  /** Without anybody who reads them yet. */
  void createTopics() {
    Eventing.createTopics(kafka.bootstrapServers(), spec());
  }

  Platform start() {
    createTopics();
    eventing =
        Eventing.start(
            vertx,
            kafka.bootstrapServers(),
            spec(),
            service ->
                (delivery, timeout) -> {
                  throw new AssertionError("There are no services here.");
                });
    try {
      server =
          vertx
              .createHttpServer()
              .requestHandler(eventing.ingress())
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return this;
  }

  /** Up to this many tries, pauses of 50 ms and 100 ms, timeout 2 s, dead letters to the sink. */
  static DeliverySpec tries(int tries) {
    return tries(tries, Duration.ofSeconds(2));
  }

  static DeliverySpec tries(int tries, Duration timeout) {
    return new DeliverySpec(
        tries - 1,
        BackoffPolicy.LINEAR,
        Duration.ofMillis(50),
        timeout,
        Optional.of(new Address.KafkaSinkAddress("dead-letters")));
  }

  /** Sends an event that the broker must take. */
  void takes(String id) {
    takes(id, Map.of(), "{\"order\":\"" + id + "\"}");
  }

  void takes(String id, Map<String, String> moreHeaders, String body) {
    var headers = new LinkedHashMap<>(event(id));
    headers.putAll(moreHeaders);
    var answer = post(headers, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  static Map<String, String> event(String id) {
    return Map.of(
        "ce-specversion", "1.0",
        "ce-id", id,
        "ce-source", "/tests",
        "ce-type", "test.event",
        "content-type", "application/json");
  }

  HttpResponse<String> post(Map<String, String> headers, String body) {
    return request("POST", "/%s/orders".formatted(namespace), headers, body);
  }

  HttpResponse<String> structured(String json) {
    return post(Map.of("content-type", "application/cloudevents+json"), json);
  }

  HttpResponse<String> request(
      String method, String path, Map<String, String> headers, String body) {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d%s".formatted(server.actualPort(), path)))
            .timeout(Duration.ofSeconds(30))
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  Deliveries deliveries() {
    return eventing.deliveries();
  }

  List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    return kafka.records(deadLettersTopic());
  }

  /** The dead letters, as soon as there are that many. */
  List<ConsumerRecord<byte[], byte[]>> deadLetters(int count) {
    return await("dead letters")
        .atMost(Duration.ofSeconds(20))
        .until(this::deadLetters, letters -> letters.size() >= count);
  }

  List<ConsumerRecord<byte[], byte[]>> brokerRecords() {
    return kafka.records("knative-broker-%s-orders".formatted(namespace));
  }

  /** A header of a record, null if it has none. */
  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : Subscriber.utf8(header.value());
  }

  /** Stops eventing as a deployment does. */
  Platform stop() {
    server.close().toCompletionStage().toCompletableFuture().join();
    eventing.close();
    eventing = null;
    return this;
  }

  String sourceTopic() {
    return "source-" + namespace;
  }

  String sourceGroup() {
    return "source-group-" + namespace;
  }

  /** Records of the channel before a step of the Sequence. */
  List<ConsumerRecord<byte[], byte[]>> channelRecords(int step) {
    return kafka.records(
        "knative-messaging-kafka.%s.line-kn-sequence-%d".formatted(namespace, step));
  }

  String group(String trigger) {
    return "knative-trigger-%s-%s".formatted(namespace, trigger);
  }

  @Override
  public void close() {
    if (eventing != null) {
      eventing.close();
    }
    subscribers.forEach(Subscriber::close);
    vertx.close();
    client.close();
  }

  private EventingSpec spec() {
    return new EventingSpec(
        List.of(new BrokerSpec(namespace, "orders", 4, DeliverySpec.BROKER_DEFAULT)),
        triggers,
        List.of(new KafkaSinkSpec(namespace, "dead-letters", deadLettersTopic(), 1)),
        sequences,
        kafkaSources,
        List.of());
  }

  private String deadLettersTopic() {
    return "dead-letters-" + namespace;
  }
}
