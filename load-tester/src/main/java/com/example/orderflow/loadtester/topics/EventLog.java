package com.example.orderflow.loadtester.topics;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the topics once, from their beginning. */
public final class EventLog {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private EventLog() {}

  /**
   * To where they end now.
   *
   * @param timeout for every request to Kafka
   * @throws org.apache.kafka.common.KafkaException when Kafka does not answer
   */
  public static void read(String bootstrapServers, Duration timeout, Consumer<SeenEvent> handler) {
    try (EventTopics topics = new EventTopics(bootstrapServers, timeout)) {
      read(topics, topics.ends(topics.partitions()), handler);
    }
  }

  /** To these ends. */
  static void read(
      EventTopics topics, Map<TopicPartition, Long> ends, Consumer<SeenEvent> handler) {
    topics.readFrom(ends.keySet(), Map.of());
    while (ends.entrySet().stream()
        .anyMatch(end -> topics.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : topics.poll(PATIENCE)) {
        if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
          EventRecords.read(record).ifPresent(handler);
        }
      }
    }
  }
}
