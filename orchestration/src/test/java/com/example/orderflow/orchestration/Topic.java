package com.example.orderflow.orchestration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** What a Kafka topic holds, read from its beginning. */
public final class Topic implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Entry> read = new ArrayList<>();

  public Topic(String bootstrapServers, String name) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 20),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(name).stream()
            .map(partition -> new TopicPartition(name, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** One record. */
  public record Entry(String key, Map<String, String> headers, String value) {

    static Entry of(ConsumerRecord<String, byte[]> entry) {
      Map<String, String> headers =
          StreamSupport.stream(entry.headers().spliterator(), false)
              .collect(Collectors.toMap(Header::key, header -> new String(header.value(), UTF_8)));
      return new Entry(entry.key(), headers, new String(entry.value(), UTF_8));
    }

    public String attribute(String name) {
      return headers.get("ce_" + name);
    }
  }

  /** Waits for so many entries of this order, at least, and gives those that are there. */
  public List<Entry> await(String orderId, int atLeast) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> of(orderId, atLeast), entries -> entries.size() >= atLeast);
  }

  private List<Entry> of(String orderId, int enough) {
    List<Entry> entries = of(orderId);
    if (entries.size() < enough) {
      consumer.poll(Duration.ofMillis(50)).forEach(entry -> read.add(Entry.of(entry)));
      entries = of(orderId);
    }
    return entries;
  }

  private List<Entry> of(String orderId) {
    return read.stream().filter(entry -> orderId.equals(entry.key())).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
