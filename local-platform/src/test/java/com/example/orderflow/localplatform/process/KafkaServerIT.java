package com.example.orderflow.localplatform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {
  private static final Path JARS = Path.of("kafka-server", "target", "lib");
  private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

  @TempDir Path data;
  private final List<ServerNotice> notices = new CopyOnWriteArrayList<>();
  private final FreePorts ports = new FreePorts();
  private Processes processes;
  private KafkaServer server;

  @BeforeEach
  void start() throws Exception {
    processes = new Processes(data);
    server = newServer();
    server.start();
    try (Admin admin = Admin.create(clientSettings())) {
      admin.createTopics(List.of(new NewTopic(ORDERS.topic(), 1, (short) 1))).all().get();
    }
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void anEventOfOneMegabyteIsTaken() throws Exception {
    send(new byte[1024 * 1024]);

    assertThat(count()).isEqualTo(1);
  }

  @Test
  void aKilledServerIsStartedAgainWithAllThatItAcknowledged() throws Exception {
    send(IntStream.range(0, 100).mapToObj(i -> new byte[] {(byte) i}).toArray(byte[][]::new));

    ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(notices).hasAtLeastOneElementOfType(ServerNotice.Restarted.class));
    assertThat(count()).isEqualTo(100);
    assertThat(notices.getFirst()).isInstanceOf(ServerNotice.Died.class);
  }

  @Test
  void aServerThatAKilledPlatformLeftBehindIsEndedAndItsFolderUsedAgain() throws Exception {
    send(new byte[10]);
    KafkaServer leftBehind = server;
    long pid = server.pid();

    List<String> ended = new Processes(data).endLeftovers();

    assertThat(ended).containsExactly("kafka");
    assertThat(ProcessHandle.of(pid)).isEmpty();
    leftBehind.stop();
    server = newServer();
    server.start();
    assertThat(count()).isEqualTo(1);
  }

  private KafkaServer newServer() throws IOException {
    return new KafkaServer(
        processes,
        JARS,
        new StartupCache(data, StartupCache.Use.READ),
        data.resolve("kafka"),
        ports.near(0),
        ports.near(0),
        notices::add);
  }

  private void send(byte[]... values) throws Exception {
    Map<String, Object> settings = clientSettings();
    settings.put("acks", "all");
    settings.put("max.request.size", 2 * 1024 * 1024);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (byte[] value : values) {
        producer.send(new ProducerRecord<>(ORDERS.topic(), value)).get();
      }
    }
  }

  private long count() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            clientSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return consumer.endOffsets(List.of(ORDERS)).get(ORDERS);
    }
  }

  private Map<String, Object> clientSettings() {
    return new HashMap<>(Map.of("bootstrap.servers", server.bootstrapServers()));
  }
}
