package com.example.orderflow.loadtester.topics;

import com.example.orderflow.events.Channels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The two topics, read by positions of our own: no consumer group, so that nothing has to be agreed
 * with anybody and a reader may be thrown away at any time.
 */
final class EventTopics implements AutoCloseable {
  private static final List<String> TOPICS =
      List.of(Channels.ORDER_EVENTS_TOPIC, Channels.DEAD_LETTERS_TOPIC);

  private final KafkaConsumer<byte[], byte[]> consumer;

  EventTopics(String bootstrapServers, Duration timeout) {
    Properties config = new Properties();
    int millis = Math.toIntExact(timeout.toMillis());
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "load-tester");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    // Kafka answers each fetch, so one per event costs it more than the events do.
    config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1 << 16);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The partitions that exist; a topic is made by its first writer. */
  List<TopicPartition> partitions() {
    Map<String, List<PartitionInfo>> all = consumer.listTopics();
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : TOPICS) {
      all.getOrDefault(topic, List.of())
          .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
    }
    return partitions;
  }

  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
    return new HashMap<>(consumer.endOffsets(partitions));
  }

  /** Continues at these positions; a partition without one is read from its beginning. */
  void readFrom(Collection<TopicPartition> partitions, Map<TopicPartition, Long> positions) {
    consumer.assign(partitions);
    for (TopicPartition partition : partitions) {
      consumer.seek(partition, positions.getOrDefault(partition, 0L));
    }
  }

  Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration patience) {
    return consumer.poll(patience);
  }

  long position(TopicPartition partition) {
    return consumer.position(partition);
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }
}
