package com.example.orderflow.orchestration.projection;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads the topics of all events and of dead letters, a batch at a time.
 *
 * <pre>
 *            ┌── database away: pause, again ──┐
 *            ▼                                 │
 * batch ─► project ────────────────────────────┴─► done: the offsets may be committed
 *            │ the database cannot keep a value
 *            └─► each half by itself, down to the one record that it is: skipped, counted
 * </pre>
 */
@Singleton
class TopicReader {
  /** The channel; its topics are named by the configuration. */
  static final String CHANNEL = "timeline";

  private static final Logger LOG = Logger.getLogger("orderflow.projection");
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final RecordReader reader;
  private final Projection projection;
  private final ProjectionMetrics metrics;
  private final Event<Appended> appended;
  private final CountDownLatch stopped = new CountDownLatch(1);

  TopicReader(
      ObjectMapper json,
      Projection projection,
      ProjectionMetrics metrics,
      Event<Appended> appended) {
    this.reader = new RecordReader(json);
    this.projection = projection;
    this.metrics = metrics;
    this.appended = appended;
  }

  @Incoming(CHANNEL)
  @Blocking
  void read(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
    List<Sighting> sightings = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      switch (reader.read(record)) {
        case Reading.Readable(Sighting sighting) -> sightings.add(sighting);
        case Reading.Unreadable(String reason) -> {
          metrics.skipped();
          LOG.warnf(
              "record.skipped topic=%s partition=%d offset=%d reason=%s",
              record.topic(), record.partition(), record.offset(), reason);
        }
      }
    }
    if (!sightings.isEmpty()) {
      keep(sightings);
      appended.fire(new Appended());
    }
  }

  void stop(@Observes ShutdownEvent shutdown) {
    stopped.countDown();
  }

  /** Comes back when all that can be kept is kept, however long the database is away. */
  private void keep(List<Sighting> sightings) throws InterruptedException {
    for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
      try {
        metrics.kept(sightings, projection.project(sightings));
        return;
      } catch (SQLException e) {
        if (isAboutAValue(e)) {
          keepByHalves(sightings, e);
          return;
        }
        metrics.postponed();
        LOG.warnf("database.unavailable state=%s pause=%s", e.getSQLState(), pause);
      }
      if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("stopped with a batch that will be read again");
      }
    }
  }

  private void keepByHalves(List<Sighting> sightings, SQLException e) throws InterruptedException {
    if (sightings.size() == 1) {
      metrics.skipped();
      LOG.warnf("sighting.skipped order=%s state=%s", sightings.get(0).orderId(), e.getSQLState());
      return;
    }
    int middle = sightings.size() / 2;
    keep(sightings.subList(0, middle));
    keep(sightings.subList(middle, sightings.size()));
  }

  /** A data exception, a broken constraint, a value too large for an index. */
  private static boolean isAboutAValue(SQLException e) {
    String state = e.getSQLState();
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
