package com.example.orderflow.localplatform.eventing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic once for all the routes that begin there, and commits what each of them has done.
 *
 * <pre>
 *                 ┌─► {@link Lane} of a route ─┐
 *   poll ─► event ┼─► lane                     ├─► commit, every second and at the end
 *     │           └─► lane                     ┘
 *     └ pauses while its only lane is full; of several, the full one gets a dispatcher of its own
 * </pre>
 *
 * <p>So routes share the price of reading, and yet none waits for another. The partitions are
 * assigned, not subscribed to: nobody else reads for these groups, and after a crash a group would
 * first have to wait until its dead member is missed.
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

  private final String bootstrapServers;
  private final List<TopicPartition> partitions;
  private final List<Lane> lanes;
  private final Offsets offsets;
  private final KafkaOutage outage;
  private final Consumer<Lane> apart;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private long lastCommit = System.nanoTime();

  /**
   * Starts to read where the lanes are.
   *
   * @param lanes of one topic, which have begun
   * @param apart takes a lane that cannot keep up with the others
   */
  Dispatcher(
      String bootstrapServers,
      List<TopicPartition> partitions,
      List<Lane> lanes,
      Offsets offsets,
      KafkaOutage outage,
      Consumer<Lane> apart) {
    this.bootstrapServers = bootstrapServers;
    this.partitions = partitions;
    this.lanes = new ArrayList<>(lanes);
    this.offsets = offsets;
    this.outage = outage;
    this.apart = apart;
    this.thread = Thread.ofPlatform().name("dispatcher-" + topic()).daemon().start(this::run);
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

  private void run() {
    while (stopping.getCount() > 0) {
      try (var consumer = new KafkaConsumer<byte[], byte[]>(config())) {
        consumer.assign(partitions);
        for (var partition : partitions) {
          consumer.seek(
              partition, lanes.stream().mapToLong(l -> l.next(partition)).min().orElseThrow());
        }
        dispatch(consumer);
        lanes.forEach(this::drain);
        commit();
      } catch (RuntimeException e) {
        LOG.error("The reader of {} stumbled and begins again at its last commit.", topic(), e);
        beginAgain();
      }
    }
  }

  private void dispatch(KafkaConsumer<byte[], byte[]> consumer) {
    while (stopping.getCount() > 0) {
      setApartWhatIsFull();
      boolean full = lanes.getFirst().isFull();
      if (full) {
        consumer.pause(partitions);
      } else {
        consumer.resume(partitions);
      }
      for (var record : consumer.poll(full ? POLL_PAUSED : POLL)) {
        var reading = lanes.getFirst().route().feed().reader().apply(record);
        var partition = new TopicPartition(record.topic(), record.partition());
        lanes.forEach(lane -> lane.offer(partition, record, reading));
      }
      lanes.forEach(Lane::dispatch);
      if (System.nanoTime() - lastCommit > COMMIT_EVERY_NANOS) {
        commit();
      }
    }
  }

  private void setApartWhatIsFull() {
    for (var lane : List.copyOf(lanes)) {
      if (lane.isFull() && lanes.size() > 1) {
        lanes.remove(lane);
        apart.accept(lane);
      }
    }
  }

  private void drain(Lane lane) {
    try {
      lane.drain()
          .toCompletionStage()
          .toCompletableFuture()
          .get(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn(
          "{}: some subscribers did not answer within {} s; their events come again.",
          lane.route().name(),
          DRAIN.toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void commit() {
    lastCommit = System.nanoTime();
    var moved = new HashMap<Lane, Map<TopicPartition, Long>>();
    var byGroup = new HashMap<String, Map<TopicPartition, Long>>();
    for (var lane : lanes) {
      var positions = lane.toCommit();
      if (!positions.isEmpty()) {
        moved.put(lane, positions);
        byGroup.put(lane.route().feed().group(), positions);
      }
    }
    if (moved.isEmpty()) {
      return;
    }
    try {
      offsets.commit(byGroup);
      moved.forEach(Lane::committed);
      outage.over();
    } catch (KafkaException e) {
      outage.noticed(e);
    }
  }

  private void beginAgain() {
    try {
      if (!stopping.await(1, TimeUnit.SECONDS)) {
        offsets.begin(lanes, partitions);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (KafkaException e) {
      outage.noticed(e);
    }
  }

  private String topic() {
    return partitions.getFirst().topic();
  }

  private Map<String, Object> config() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
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
        (int) Backlog.MOST_BYTES / 2);
  }
}
