package com.example.orderflow.loadtester.topics;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows the topics as they grow, through restarts of Kafka.
 *
 * <pre>
 *   ┌─► look up Kafka ─► read on from our positions ─► handler
 *   └────── fault, or Kafka has another address ◄──────┘
 * </pre>
 *
 * <p>Events may reach the handler twice around a fault, never not at all.
 */
public final class EventTail extends EventFeed {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  /** Between two looks for topics that did not exist so far. */
  private static final Duration LOOK_FOR_TOPICS_EVERY = Duration.ofSeconds(1);

  private final Supplier<Optional<String>> bootstrapServers;
  private final Consumer<SeenEvent> handler;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private Map<TopicPartition, Long> begin = Map.of();

  /**
   * @param bootstrapServers looked up whenever Kafka is lost; empty while the platform is not there
   * @param handler called from the tail's thread, and from that of {@link #readBack}
   */
  public EventTail(Supplier<Optional<String>> bootstrapServers, Consumer<SeenEvent> handler) {
    super("Kafka", "event-tail");
    this.bootstrapServers = bootstrapServers;
    this.handler = handler;
  }

  @Override
  public boolean readBack() {
    Optional<String> servers = bootstrapServers.get();
    if (servers.isEmpty()) {
      return false;
    }
    try (EventTopics topics = new EventTopics(servers.get(), TIMEOUT)) {
      EventLog.read(topics, begin, handler);
      return true;
    } catch (KafkaException e) {
      return false;
    }
  }

  @Override
  public void close() {
    super.close();
    try {
      thread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the thread is a daemon and ends by itself
    }
  }

  @Override
  void noteEnd() throws IOException {
    String servers =
        bootstrapServers.get().orElseThrow(() -> new IOException("the platform is not running"));
    try (EventTopics topics = new EventTopics(servers, TIMEOUT)) {
      begin = topics.ends(topics.partitions());
      positions.putAll(begin);
    } catch (KafkaException e) {
      throw new IOException("%s: %s".formatted(servers, e.getMessage()), e);
    }
  }

  @Override
  void run() {
    while (!isClosed()) {
      Optional<String> servers = bootstrapServers.get();
      try {
        if (servers.isPresent()) {
          readWhileAt(servers.get());
        } else {
          Thread.sleep(PAUSE);
        }
      } catch (KafkaException lost) {
        continue;
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void readWhileAt(String servers) {
    try (EventTopics topics = new EventTopics(servers, TIMEOUT)) {
      List<TopicPartition> reading = List.of();
      long lookAgainAt = System.nanoTime();
      while (!isClosed() && bootstrapServers.get().equals(Optional.of(servers))) {
        if (System.nanoTime() - lookAgainAt >= 0) {
          List<TopicPartition> present = topics.partitions();
          if (!present.equals(reading)) {
            topics.readFrom(present, positions);
            reading = present;
          }
          lookAgainAt = System.nanoTime() + LOOK_FOR_TOPICS_EVERY.toNanos();
        }
        if (!reading.isEmpty()) {
          handle(topics.poll(PATIENCE));
        }
      }
    }
  }

  private void handle(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      EventRecords.read(record).ifPresent(handler);
      positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }
  }
}
