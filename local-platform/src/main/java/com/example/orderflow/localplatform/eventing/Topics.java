package com.example.orderflow.localplatform.eventing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes topics that are missing, before any event flows. */
final class Topics implements AutoCloseable {
  private static final long KNOWN_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Admin admin;

  Topics(String bootstrapServers) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /** Topics that exist already stay as they are. */
  void create(Map<String, Integer> partitionsByTopic) {
    var made =
        admin.createTopics(
            partitionsByTopic.entrySet().stream()
                .map(t -> new NewTopic(t.getKey(), Optional.of(t.getValue()), Optional.empty()))
                .toList());
    made.values()
        .forEach(
            (topic, creation) -> {
              try {
                creation.get();
              } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                  throw new KafkaException(
                      "Topic %s cannot be made.".formatted(topic), e.getCause());
                }
              } catch (InterruptedException e) {
                throw interrupted(e);
              }
            });
  }

  List<TopicPartition> partitions(String topic) {
    return awaitKnown(() -> admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
        .map(TopicDescription::partitions)
        .flatMap(List::stream)
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  @Override
  public void close() {
    admin.close();
  }

  /** The controller has made a topic a little before the broker knows it. */
  private static <T> T awaitKnown(Supplier<KafkaFuture<T>> question) {
    long start = System.nanoTime();
    while (true) {
      try {
        return await(question.get());
      } catch (KafkaException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() - start > KNOWN_WITHIN_NANOS) {
          throw e;
        }
        LockSupport.parkNanos(ASK_AGAIN_NANOS);
      }
    }
  }

  static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new KafkaException("Kafka refuses: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static KafkaException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new KafkaException("Interrupted while waiting for Kafka", e);
  }
}
