package com.example.orderflow.localplatform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kafka's configuration, written anew at each start: ports may have changed. */
record KafkaSettings(Path folder, int port, int controllerPort) {

  private static final String SERVER =
      """
      process.roles=broker,controller
      node.id=1
      controller.quorum.voters=1@127.0.0.1:%2$d
      listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
      advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
      controller.listener.names=CONTROLLER
      listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
      log.dirs=%3$s

      # One node: nothing to replicate to. Few partitions: each costs files and memory.
      offsets.topic.replication.factor=1
      offsets.topic.num.partitions=4
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      transaction.state.log.num.partitions=1
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      share.coordinator.state.topic.num.partitions=1

      # A topic is made by whoever owns it, as in the cluster; a misspelt one is an error.
      auto.create.topics.enable=false

      # Events of 1 MB pass with their headers and the record's frame.
      message.max.bytes=1572864

      # After a kill -9 the controller waits this long before it takes the broker, which is itself,
      # back: 11 s to be ready with the default of 9 s, 2.4 s with this.
      broker.session.timeout.ms=1400
      broker.heartbeat.interval.ms=350

      # A first consumer need not wait for others; one that was killed is noticed soon.
      group.initial.rebalance.delay.ms=0
      group.min.session.timeout.ms=1000

      # Triggers have no group members, so their offsets would be forgotten after 7 quiet days, and
      # what had waited be passed over. Dead letters wait until somebody has looked at them.
      offsets.retention.minutes=2147483647
      log.retention.hours=-1

      # An index is mapped at its full size and read ahead as zeros when its first entry is written: of
      # 10 MB each, two for a partition, a second of CPU. This is enough for 87 MB of a log, then the
      # next segment begins.
      log.index.size.max.bytes=262144

      # Small: a machine with two cores has other work too.
      num.network.threads=2
      num.io.threads=4
      background.threads=2
      log.cleaner.dedupe.buffer.size=8388608
      """;

  private static final String LOGGING =
      """
      handlers=java.util.logging.ConsoleHandler
      .level=WARNING
      java.util.logging.ConsoleHandler.level=WARNING
      java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
      java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n
      """;

  void write() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file(), SERVER.formatted(port, controllerPort, log()));
    Files.writeString(loggingFile(), LOGGING);
  }

  String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  Path file() {
    return folder.resolve("server.properties");
  }

  Path loggingFile() {
    return folder.resolve("logging.properties");
  }

  boolean isFormatted() {
    return Files.exists(folder.resolve("log").resolve("meta.properties"));
  }

  /** A properties file takes a backslash for an escape. */
  private String log() {
    return folder.resolve("log").toString().replace('\\', '/');
  }
}
