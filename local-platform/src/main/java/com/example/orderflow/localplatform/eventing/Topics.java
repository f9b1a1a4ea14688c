package com.example.orderflow.localplatform.eventing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes topics that are missing and says where new groups begin, before any event flows. */
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

  /**
   * A group without offsets is given them before it reads, as on a cluster: from then on it never
   * misses anything, whenever it stops.
   */
  void start(Feed feed, List<TopicPartition> partitions) {
    var group = feed.group();
    var known = await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    var fresh = partitions.stream().filter(partition -> known.get(partition) == null).toList();
    if (fresh.isEmpty()) {
      return;
    }
    var ends =
        await(
            admin
                .listOffsets(
                    fresh.stream().collect(Collectors.toMap(p -> p, p -> offset(feed.start()))))
                .all());
    var start = new HashMap<TopicPartition, OffsetAndMetadata>();
    ends.forEach((partition, end) -> start.put(partition, new OffsetAndMetadata(end.offset())));
    await(admin.alterConsumerGroupOffsets(group, start).all());
  }

  private static OffsetSpec offset(Feed.Start start) {
    return switch (start) {
      case EARLIEST -> OffsetSpec.earliest();
      case LATEST -> OffsetSpec.latest();
    };
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

  private static <T> T await(KafkaFuture<T> future) {
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
