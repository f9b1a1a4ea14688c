package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic of one route and commits what is done.
 *
 * <pre>
 *   poll ─► filter ─► {@link Courier} ─► done ─► {@link OffsetTracker} ─► commit, every second and at the end
 *     │        └ no: done
 *     └ pauses while the {@link Backlog} is full
 * </pre>
 *
 * <p>The partitions are assigned, not subscribed to: this is the only dispatcher, and after a crash
 * a group would first have to wait until its dead member is missed.
 */
final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** How long a quiet topic may delay a commit or the end. Records end the wait at once. */
  private static final Duration POLL = Duration.ofMillis(200);

  /** While paused, poll does not wake up for a free slot. */
  private static final Duration POLL_PAUSED = Duration.ofMillis(5);

  /** After a crash at most this much is repeated besides what was pending. */
  private static final long COMMIT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * Subscribers may answer this long after the end was ordered; what has not answered comes again.
   */
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final Route route;
  private final String bootstrapServers;
  private final List<TopicPartition> partitions;
  private final KafkaOutage outage;
  private final Courier courier;
  private final Backlog backlog = new Backlog();
  private final ConcurrentLinkedQueue<Parcel> done = new ConcurrentLinkedQueue<>();
  private final Map<TopicPartition, OffsetTracker> trackers = new HashMap<>();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private long lastCommit = System.nanoTime();

  Dispatcher(
      Vertx vertx,
      Route route,
      String bootstrapServers,
      List<TopicPartition> partitions,
      KafkaOutage outage,
      DeliveryLog log,
      InstantSource clock) {
    this.route = route;
    this.bootstrapServers = bootstrapServers;
    this.partitions = partitions;
    this.outage = outage;
    this.courier = new Courier(vertx, route, log, clock, this::finished);
    this.thread = Thread.ofPlatform().name(route.name()).daemon().start(this::run);
  }

  /** Orders the end. */
  void stop() {
    stopping.countDown();
  }

  /** Reads no more, waits for what is in flight, commits. */
  @Override
  public void close() {
    stop();
    try {
      thread.join(DRAIN.multipliedBy(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** On the event loop; the consumer belongs to the thread, which is told through the queue. */
  private void finished(Parcel parcel) {
    backlog.finished(parcel.event());
    done.add(parcel);
  }

  private void run() {
    while (stopping.getCount() > 0) {
      try (var consumer = new KafkaConsumer<byte[], byte[]>(config())) {
        consumer.assign(partitions);
        dispatch(consumer);
        drain();
        commit(consumer);
      } catch (RuntimeException e) {
        LOG.error("{} stumbled and begins again at its last commit.", route.name(), e);
        trackers.clear();
        committed.clear();
        pause();
      }
    }
  }

  private void dispatch(KafkaConsumer<byte[], byte[]> consumer) {
    while (stopping.getCount() > 0) {
      boolean full = backlog.isFull();
      if (full) {
        consumer.pause(partitions);
      } else {
        consumer.resume(partitions);
      }
      var parcels = new ArrayList<Parcel>();
      for (var record : consumer.poll(full ? POLL_PAUSED : POLL)) {
        accept(record, parcels);
      }
      if (!parcels.isEmpty()) {
        courier.accept(parcels);
      }
      if (System.nanoTime() - lastCommit > COMMIT_EVERY_NANOS) {
        commit(consumer);
      }
    }
  }

  private void accept(ConsumerRecord<byte[], byte[]> record, List<Parcel> parcels) {
    var partition = new TopicPartition(record.topic(), record.partition());
    var tracker = trackers.computeIfAbsent(partition, first -> new OffsetTracker(record.offset()));
    tracker.started(record.offset());
    switch (route.feed().reader().apply(record)) {
      case Reading.Read(Event event) when route.feed().filter().matches(event) -> {
        var hops = EventRecords.hops(record);
        var parcel = new Parcel(route.name(), partition, record.offset(), event, hops);
        backlog.started(parcel.event());
        parcels.add(parcel);
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

  private void drain() {
    try {
      courier
          .drain()
          .toCompletionStage()
          .toCompletableFuture()
          .get(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn(
          "{}: some subscribers did not answer within {} s; their events come again.",
          route.name(),
          DRAIN.toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void commit(KafkaConsumer<byte[], byte[]> consumer) {
    lastCommit = System.nanoTime();
    for (var parcel = done.poll(); parcel != null; parcel = done.poll()) {
      var tracker = trackers.get(parcel.partition());
      if (tracker != null) {
        tracker.finished(parcel.offset());
      }
    }
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    trackers.forEach(
        (partition, tracker) -> {
          if (!Long.valueOf(tracker.committable()).equals(committed.get(partition))) {
            offsets.put(partition, new OffsetAndMetadata(tracker.committable()));
          }
        });
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets);
      offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
      outage.over();
    } catch (org.apache.kafka.common.errors.TimeoutException e) {
      outage.noticed(e);
    }
  }

  private void pause() {
    try {
      stopping.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, Object> config() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.GROUP_ID_CONFIG,
        route.feed().group(),
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        // Offsets are there from the start; this is for a log that was cut shorter than they are.
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        // One fetch stays below what the backlog may hold.
        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
        (int) Backlog.MOST_BYTES / 2,
        // What a commit may take while Kafka is away; it is tried again a second later.
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        5_000);
  }
}
