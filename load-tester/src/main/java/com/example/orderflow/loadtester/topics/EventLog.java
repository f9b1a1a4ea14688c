package com.example.orderflow.loadtester.topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the topics once, from their beginning to where they end now. */
public final class EventLog {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private EventLog() {}

  /**
   * @param timeout for every request to Kafka
   * @throws org.apache.kafka.common.KafkaException when Kafka does not answer
   */
  public static void read(String bootstrapServers, Duration timeout, Consumer<SeenEvent> handler) {
    try (EventTopics topics = new EventTopics(bootstrapServers, timeout)) {
      List<TopicPartition> partitions = topics.partitions();
      Map<TopicPartition, Long> ends = topics.ends(partitions);
      topics.readFrom(partitions, Map.of());
      while (ends.entrySet().stream()
          .anyMatch(end -> topics.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : topics.poll(PATIENCE)) {
          EventRecords.read(record).ifPresent(handler);
        }
      }
    }
  }
}
