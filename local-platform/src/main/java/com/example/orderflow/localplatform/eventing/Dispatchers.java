package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicPartition;

/**
 * All that is read: a {@link Dispatcher} for each topic, and one for each lane that fell behind.
 */
final class Dispatchers implements AutoCloseable {
  private final Vertx vertx;
  private final String bootstrapServers;
  private final KafkaOutage outage;
  private final DeliveryLog log;
  private final InstantSource clock;
  private final Offsets offsets;
  private final List<Dispatcher> running = new CopyOnWriteArrayList<>();

  Dispatchers(
      Vertx vertx,
      String bootstrapServers,
      KafkaOutage outage,
      DeliveryLog log,
      InstantSource clock) {
    this.vertx = vertx;
    this.bootstrapServers = bootstrapServers;
    this.outage = outage;
    this.log = log;
    this.clock = clock;
    this.offsets = new Offsets(bootstrapServers);
  }

  /** Starts to read for these routes. Kafka must answer, and have their topics. */
  void start(List<Route> routes) {
    try (var topics = new Topics(bootstrapServers)) {
      var left = new ArrayList<>(routes);
      while (!left.isEmpty()) {
        var feed = left.getFirst().feed();
        var together = left.stream().filter(route -> route.feed().readsLike(feed)).toList();
        left.removeAll(together);
        var partitions = topics.partitions(feed.topic());
        var lanes = together.stream().map(route -> new Lane(vertx, route, log, clock)).toList();
        offsets.begin(lanes, partitions);
        start(partitions, lanes);
      }
    }
  }

  /** Reads no more, waits for what is in flight, commits. */
  @Override
  public void close() {
    running.forEach(Dispatcher::stop);
    running.forEach(Dispatcher::close);
    offsets.close();
  }

  private void start(List<TopicPartition> partitions, List<Lane> lanes) {
    running.add(
        new Dispatcher(
            bootstrapServers,
            partitions,
            lanes,
            offsets,
            outage,
            lane -> start(partitions, List.of(lane))));
  }
}
