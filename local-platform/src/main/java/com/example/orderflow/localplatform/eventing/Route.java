package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The way of events from a topic to a subscriber: what a Trigger, a KafkaSource and a step of a
 * Sequence have in common. The {@link Dispatcher} reads the topic, the {@link Courier} delivers.
 *
 * @param name what it is and how it is called, for people: {@code Trigger validate-order}
 * @param delivery nothing is merged: the one that counts
 * @param reply who gets what the subscriber answers; without it answers are not looked at
 */
record Route(
    String name,
    Feed feed,
    Stop subscriber,
    DeliverySpec delivery,
    Optional<Stop> reply,
    Optional<Stop> deadLetterSink) {

  /** A destination, and what it is called on a cluster. */
  record Stop(Destination destination, URI uri, String path) {

    Future<Answer> deliver(Event event, int hops, Duration timeout) {
      return destination.deliver(new Delivery(event, path, hops), timeout);
    }
  }
}
