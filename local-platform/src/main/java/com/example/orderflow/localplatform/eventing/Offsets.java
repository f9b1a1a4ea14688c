package com.example.orderflow.localplatform.eventing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each consumer group got. Kept apart from the reading: one reader of a topic may serve
 * many groups.
 */
final class Offsets implements AutoCloseable {
  /** What an answer may take while Kafka is away; a commit is tried again a second later. */
  private static final int PATIENCE_MILLIS = 5_000;

  private final Admin admin;

  Offsets(String bootstrapServers) {
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS));
  }

  /**
   * The first offset of each partition that the group has not done. A group without offsets is
   * given them before it reads, as on a cluster: from then on it never misses anything, whenever it
   * stops. One that is past the end, of a log that was made anew, begins at its end.
   */
  Map<TopicPartition, Long> positions(Feed feed, List<TopicPartition> partitions) {
    var ends = list(partitions, OffsetSpec.latest());
    var fresh = feed.start() == Feed.Start.LATEST ? ends : list(partitions, OffsetSpec.earliest());
    var known = await(admin.listConsumerGroupOffsets(feed.group()).partitionsToOffsetAndMetadata());
    var positions = new HashMap<TopicPartition, Long>();
    for (var partition : partitions) {
      var committed = known.get(partition);
      positions.put(
          partition,
          committed == null
              ? fresh.get(partition)
              : Math.min(committed.offset(), ends.get(partition)));
    }
    if (!known.keySet().containsAll(partitions)) {
      commit(Map.of(feed.group(), positions));
    }
    return positions;
  }

  /**
   * Remembers what the groups have done.
   *
   * @throws KafkaException caused by a TimeoutException while Kafka is away
   */
  void commit(Map<String, Map<TopicPartition, Long>> positionsByGroup) {
    positionsByGroup.entrySet().stream()
        .map(group -> admin.alterConsumerGroupOffsets(group.getKey(), offsets(group.getValue())))
        .toList()
        .forEach(commit -> await(commit.all()));
  }

  @Override
  public void close() {
    admin.close();
  }

  private Map<TopicPartition, Long> list(List<TopicPartition> partitions, OffsetSpec spec) {
    var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), p -> spec));
    return await(admin.listOffsets(asked).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().offset()));
  }

  private static Map<TopicPartition, OffsetAndMetadata> offsets(
      Map<TopicPartition, Long> positions) {
    return positions.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, position -> new OffsetAndMetadata(position.getValue())));
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new KafkaException("Kafka refuses: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted while waiting for Kafka", e);
    }
  }
}
