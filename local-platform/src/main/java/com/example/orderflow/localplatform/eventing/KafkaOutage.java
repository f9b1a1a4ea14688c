package com.example.orderflow.localplatform.eventing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that Kafka is away, and once that it is back, however many requests find out. */
final class KafkaOutage {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaOutage.class);

  private final String bootstrapServers;
  private final InstantSource clock;
  private Instant since;

  KafkaOutage(String bootstrapServers, InstantSource clock) {
    this.bootstrapServers = bootstrapServers;
    this.clock = clock;
  }

  synchronized void noticed(Throwable cause) {
    if (since == null) {
      since = clock.instant();
      LOG.warn(
          "Kafka at {} does not answer; events wait until it does. {}",
          bootstrapServers,
          cause.getMessage());
    }
  }

  synchronized void over() {
    if (since != null) {
      LOG.info(
          "Kafka at {} answers again, after {} s.",
          bootstrapServers,
          Duration.between(since, clock.instant()).toSeconds());
      since = null;
    }
  }
}
