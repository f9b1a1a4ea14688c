package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes records, and answers when Kafka has them.
 *
 * <pre>
 *   event loops ─► queue ─► one thread ─► KafkaProducer ─► acks=all ─► back on the caller's event loop
 * </pre>
 *
 * <p>The thread between is there because {@code send} blocks while the producer does not know the
 * topic, and an event loop must not. Whatever waits longer than {@link #PATIENCE} is refused, so
 * that a caller learns of an outage in seconds; the real broker takes up to two minutes.
 */
final class Publisher implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** About a thousand events of 64 kB: what may wait in memory while Kafka is slow. */
  private static final long MOST_WAITING_BYTES = 64L << 20;

  private final Vertx vertx;
  private final KafkaOutage outage;
  private final KafkaProducer<byte[], byte[]> producer;
  private final LinkedBlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final AtomicLong waitingBytes = new AtomicLong();
  private final Thread thread;

  Publisher(Vertx vertx, String bootstrapServers, KafkaOutage outage) {
    this.vertx = vertx;
    this.outage = outage;
    this.producer = new KafkaProducer<>(config(bootstrapServers));
    this.thread = Thread.ofPlatform().name("eventing-publisher").daemon().start(this::run);
  }

  /** Fails with Kafka's own exception, or a TimeoutException after {@link #PATIENCE}. */
  Future<RecordMetadata> publish(ProducerRecord<byte[], byte[]> record) {
    if (!thread.isAlive()) {
      return Future.failedFuture(new TimeoutException("The platform is stopping."));
    }
    long bytes = record.value() == null ? 0 : record.value().length;
    if (waitingBytes.addAndGet(bytes) > MOST_WAITING_BYTES) {
      waitingBytes.addAndGet(-bytes);
      return Future.failedFuture(new TimeoutException("Too many events wait for Kafka already."));
    }
    var stored = Promise.<RecordMetadata>promise();
    var context = vertx.getOrCreateContext();
    queue.add(new Entry(record, bytes, System.nanoTime(), stored));
    var answer = Promise.<RecordMetadata>promise();
    stored.future().onComplete(done -> context.runOnContext(now -> answer.handle(done)));
    return answer.future();
  }

  @Override
  public void close() {
    thread.interrupt();
    producer.close(PATIENCE);
  }

  private void run() {
    try {
      while (true) {
        send(queue.take());
      }
    } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException closed) {
      for (var entry = queue.poll(); entry != null; entry = queue.poll()) {
        finish(entry, null, new TimeoutException("The platform is stopping."));
      }
    }
  }

  private void send(Entry entry) {
    if (System.nanoTime() - entry.since > PATIENCE.toNanos()) {
      finish(entry, null, new TimeoutException("Kafka did not take it in %s.".formatted(PATIENCE)));
      return;
    }
    try {
      producer.send(entry.record, (metadata, failure) -> finish(entry, metadata, failure));
    } catch (org.apache.kafka.common.errors.InterruptException closed) {
      finish(entry, null, closed);
      throw closed;
    } catch (RuntimeException refused) {
      finish(entry, null, refused);
    }
  }

  private void finish(Entry entry, RecordMetadata metadata, Exception failure) {
    waitingBytes.addAndGet(-entry.bytes);
    if (failure == null) {
      outage.over();
      entry.stored.complete(metadata);
    } else {
      if (failure instanceof TimeoutException) {
        outage.noticed(failure);
      }
      entry.stored.fail(failure);
    }
  }

  private static Map<String, Object> config(String bootstrapServers) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        // A lone event leaves at once; under load batches form while others are on their way.
        ProducerConfig.LINGER_MS_CONFIG,
        0,
        // Unknown topic and unreachable broker: both end within PATIENCE.
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        3_000,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        3_000,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        (int) PATIENCE.toMillis());
  }

  private record Entry(
      ProducerRecord<byte[], byte[]> record,
      long bytes,
      long since,
      Promise<RecordMetadata> stored) {}
}
