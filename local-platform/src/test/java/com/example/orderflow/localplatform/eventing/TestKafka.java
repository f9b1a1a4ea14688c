package com.example.orderflow.localplatform.eventing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A real Kafka server that a test may kill and start again. The platform's own is supervised and
 * comes back by itself; this one stays away as long as the test wants.
 */
final class TestKafka implements AutoCloseable {
  private static final Path JARS = Path.of("kafka-server", "target", "lib").toAbsolutePath();

  private final Path folder;
  private final int port = freePort();
  private final int controllerPort = freePort();
  private Process server;

  /** One server for all tests that do not hurt it. */
  static TestKafka shared() {
    return Shared.KAFKA;
  }

  private static final class Shared {
    static final TestKafka KAFKA = new TestKafka();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(KAFKA::close));
    }
  }

  TestKafka() {
    assertThat(JARS).as("made by the module kafka-server, phase package").isDirectory();
    try {
      folder = Files.createTempDirectory("orderflow-kafka");
      Files.writeString(folder.resolve("server.properties"), settings());
      Files.writeString(folder.resolve("log4j2.properties"), "rootLogger.level = error\n");
      end(
          java(
              "kafka.tools.StorageTool",
              "format",
              "--standalone",
              "-t",
              "b3JkZXJmbG93LXRlc3Rz",
              "-c",
              "server.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
  }

  String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  void start() {
    server = java("kafka.Kafka", "server.properties");
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      await("Kafka")
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).size() == 1);
    }
  }

  /** As {@code kill -9} does. */
  void kill() {
    server.destroyForcibly();
    end(server);
  }

  /** Answers nothing until {@link #goOn}, as on a machine that has no time for it. */
  void halt() {
    signal("STOP");
  }

  void goOn() {
    signal("CONT");
  }

  /** Everything that a topic holds now. */
  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    var config = new HashMap<String, Object>();
    config.put("bootstrap.servers", bootstrapServers());
    config.put("fetch.max.wait.ms", 10);
    config.put("key.deserializer", ByteArrayDeserializer.class);
    config.put("value.deserializer", ByteArrayDeserializer.class);
    try (var consumer = new KafkaConsumer<byte[], byte[]>(config)) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  /** Writes a record as any program might. */
  void write(String topic, String key, Map<String, String> headers, String value) {
    var record =
        new ProducerRecord<>(
            topic, key == null ? null : key.getBytes(UTF_8), value.getBytes(UTF_8));
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    var config = new HashMap<String, Object>();
    config.put("bootstrap.servers", bootstrapServers());
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The sum of what a consumer group has committed. */
  long committed(String group) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(offset -> offset.offset())
          .sum();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    kill();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted((a, b) -> b.compareTo(a)).collect(Collectors.toList())) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String name) {
    try {
      end(new ProcessBuilder("kill", "-" + name, Long.toString(server.pid())).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process java(String... mainAndArguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-Dlog4j2.configurationFile=log4j2.properties",
            "-cp",
            JARS + "/*"));
    command.addAll(List.of(mainAndArguments));
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String settings() {
    return """
        process.roles=broker,controller
        node.id=1
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        controller.quorum.bootstrap.servers=127.0.0.1:%2$d
        log.dirs=%3$s
        auto.create.topics.enable=false
        offsets.topic.num.partitions=1
        offsets.topic.replication.factor=1
        broker.session.timeout.ms=1400
        broker.heartbeat.interval.ms=350
        """
        .formatted(port, controllerPort, folder.resolve("data"));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
