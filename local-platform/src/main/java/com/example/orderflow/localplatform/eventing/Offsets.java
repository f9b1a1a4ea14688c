package com.example.orderflow.localplatform.eventing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each consumer group got. Kept apart from the reading: one reader of a topic may serve
 * many groups.
 */
final class Offsets implements AutoCloseable {
  /** What a commit may take while Kafka is away; it is tried again a second later. */
  private static final int PATIENCE_MILLIS = 5_000;

  /** What a question at the start may take: nothing asks again, and a busy machine is slow. */
  private static final int START_PATIENCE_MILLIS = 60_000;

  private final Admin admin;

  Offsets(String bootstrapServers) {
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                // One request of several that a question at the start may send.
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS));
  }

  /**
   * Puts each lane at the first offsets that its group has not done. A group without offsets is
   * given them before it reads, as on a cluster: from then on it never misses anything, whenever it
   * stops. One that is past the end, of a log that was made anew, begins at its end.
   *
   * @param lanes of one topic
   * @param partitions of that topic
   */
  void begin(List<Lane> lanes, List<TopicPartition> partitions) {
    var positions = positions(lanes.stream().map(lane -> lane.route().feed()).toList(), partitions);
    lanes.forEach(lane -> lane.begin(positions.get(lane.route().feed().group())));
  }

  /**
   * Remembers what the groups have done.
   *
   * @throws KafkaException caused by a TimeoutException while Kafka is away
   */
  void commit(Map<String, Map<TopicPartition, Long>> positionsByGroup) {
    commit(positionsByGroup, PATIENCE_MILLIS);
  }

  private void commit(Map<String, Map<TopicPartition, Long>> positionsByGroup, int patienceMillis) {
    var options = new AlterConsumerGroupOffsetsOptions().timeoutMs(patienceMillis);
    positionsByGroup.entrySet().stream()
        .map(
            group ->
                admin.alterConsumerGroupOffsets(group.getKey(), offsets(group.getValue()), options))
        .toList()
        .forEach(commit -> Topics.await(commit.all()));
  }

  @Override
  public void close() {
    admin.close();
  }

  private Map<String, Map<TopicPartition, Long>> positions(
      List<Feed> feeds, List<TopicPartition> partitions) {
    var ends = list(partitions, OffsetSpec.latest());
    var known = known(feeds);
    var positions = new HashMap<String, Map<TopicPartition, Long>>();
    var fresh = new HashMap<String, Map<TopicPartition, Long>>();
    for (var feed : feeds) {
      var committed = known.get(feed.group());
      var position = position(feed, partitions, committed, ends);
      positions.put(feed.group(), position);
      if (!committed.keySet().containsAll(partitions)) {
        fresh.put(feed.group(), position);
      }
    }
    commit(fresh, START_PATIENCE_MILLIS);
    return positions;
  }

  private Map<TopicPartition, Long> position(
      Feed feed,
      List<TopicPartition> partitions,
      Map<TopicPartition, OffsetAndMetadata> committed,
      Map<TopicPartition, Long> ends) {
    var start = feed.start() == Feed.Start.LATEST ? ends : list(partitions, OffsetSpec.earliest());
    return partitions.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                partition ->
                    Optional.ofNullable(committed.get(partition))
                        .map(done -> Math.min(done.offset(), ends.get(partition)))
                        .orElseGet(() -> start.get(partition))));
  }

  private Map<String, Map<TopicPartition, OffsetAndMetadata>> known(List<Feed> feeds) {
    var every = new ListConsumerGroupOffsetsSpec();
    var asked = feeds.stream().collect(Collectors.toMap(Feed::group, feed -> every));
    var options = new ListConsumerGroupOffsetsOptions().timeoutMs(START_PATIENCE_MILLIS);
    return Topics.await(admin.listConsumerGroupOffsets(asked, options).all());
  }

  private Map<TopicPartition, Long> list(List<TopicPartition> partitions, OffsetSpec spec) {
    var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), p -> spec));
    var options = new ListOffsetsOptions().timeoutMs(START_PATIENCE_MILLIS);
    return Topics.await(admin.listOffsets(asked, options).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().offset()));
  }

  private static Map<TopicPartition, OffsetAndMetadata> offsets(
      Map<TopicPartition, Long> positions) {
    return positions.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, position -> new OffsetAndMetadata(position.getValue())));
  }
}
