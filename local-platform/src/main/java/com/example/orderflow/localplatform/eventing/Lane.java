package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one route does with the records of its topic.
 *
 * <pre>
 *   record ─► not yet read? ─► filter ─► batch ─► {@link Courier} ─► done ─► {@link OffsetTracker}
 *                                └ no: done
 * </pre>
 *
 * <p>It belongs to the thread of its {@link Dispatcher}; the courier tells it through a queue.
 */
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final Route route;
  private final Courier courier;
  private final Backlog backlog = new Backlog();
  private final ConcurrentLinkedQueue<Parcel> done = new ConcurrentLinkedQueue<>();
  private final Map<TopicPartition, OffsetTracker> trackers = new HashMap<>();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private List<Parcel> batch = new ArrayList<>();

  Lane(Vertx vertx, Route route, DeliveryLog log, InstantSource clock) {
    this.route = route;
    this.courier = new Courier(vertx, route, log, clock, this::finished);
  }

  Route route() {
    return route;
  }

  boolean isFull() {
    return backlog.isFull();
  }

  /** Begins here, also after it has been further on: what is still under way there comes again. */
  void begin(Map<TopicPartition, Long> positions) {
    trackers.clear();
    committed.clear();
    positions.forEach((partition, next) -> trackers.put(partition, new OffsetTracker(next)));
    committed.putAll(positions);
  }

  /** The offset of the next record that it has not read. */
  long next(TopicPartition partition) {
    return trackers.get(partition).next();
  }

  /** Takes a record, unless it has had it: another lane of the same reader may be behind it. */
  void offer(TopicPartition partition, ConsumerRecord<byte[], byte[]> record, Reading reading) {
    var tracker = trackers.get(partition);
    if (record.offset() < tracker.next()) {
      return;
    }
    tracker.started(record.offset());
    switch (reading) {
      case Reading.Read(Event event) when route.feed().filter().matches(event) -> {
        var hops = EventRecords.hops(record);
        var parcel = new Parcel(route.name(), partition, record.offset(), event, hops);
        backlog.started(parcel.event());
        batch.add(parcel);
      }
      case Reading.Read other -> tracker.finished(record.offset());
      case Reading.Unreadable unreadable -> {
        LOG.warn(
            "{} skips {} offset {}: {}",
            route.name(),
            partition,
            record.offset(),
            unreadable.reason());
        tracker.finished(record.offset());
      }
    }
  }

  /** Hands what was taken to the courier. */
  void dispatch() {
    if (!batch.isEmpty()) {
      courier.accept(batch);
      batch = new ArrayList<>();
    }
  }

  Future<Void> drain() {
    return courier.drain();
  }

  /** What is done and not yet committed. */
  Map<TopicPartition, Long> toCommit() {
    for (var parcel = done.poll(); parcel != null; parcel = done.poll()) {
      trackers.get(parcel.partition()).finished(parcel.offset());
    }
    var moved = new HashMap<TopicPartition, Long>();
    trackers.forEach(
        (partition, tracker) -> {
          if (tracker.committable() != committed.get(partition)) {
            moved.put(partition, tracker.committable());
          }
        });
    return moved;
  }

  void committed(Map<TopicPartition, Long> positions) {
    committed.putAll(positions);
  }

  private void finished(Parcel parcel) {
    backlog.finished(parcel.event());
    done.add(parcel);
  }
}
