package com.example.orderflow.localplatform.eventing;

import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Which events a route gets.
 *
 * @param group the consumer group that remembers how far it got
 * @param start where a group begins that has read nothing yet
 * @param reader makes an event of a record
 * @param filter lets through what is wanted
 */
record Feed(
    String topic,
    String group,
    Start start,
    Function<ConsumerRecord<byte[], byte[]>, Reading> reader,
    EventFilter filter) {

  /** Where a new group begins. */
  enum Start {
    EARLIEST,
    LATEST
  }

  private static final Function<ConsumerRecord<byte[], byte[]>, Reading> EVENTS =
      EventRecords::read;

  /** Every event that comes from now on, as a Broker or a channel has written it. */
  static Feed of(String topic, String group) {
    return new Feed(topic, group, Start.LATEST, EVENTS, EventFilter.EVERY_EVENT);
  }

  /** Whether one reader can serve both. */
  boolean readsLike(Feed other) {
    return topic.equals(other.topic) && reader.equals(other.reader);
  }

  Feed only(EventFilter wanted) {
    return new Feed(topic, group, start, reader, wanted);
  }
}
