package com.example.orderflow.localplatform.eventing;

import com.example.orderflow.events.Channels;
import io.vertx.core.Future;
import java.time.Duration;

/**
 * The one way into a Broker, or a channel of a Sequence: for requests from outside, for replies,
 * and for routes that end there.
 *
 * <p>Stricter than the real one in two ways. An event that can never fit gets 413, which nobody
 * sends again, instead of 503. And an event is stopped after {@link #MOST_HOPS} hops: the real one
 * lets a subscriber that echoes its event run for ever.
 */
final class Inlet implements Destination {
  /** Four times the longest way through the order pipeline, with room for pipelines to grow. */
  static final int MOST_HOPS = 32;

  private final String name;
  private final KafkaTopic topic;

  /**
   * @param name for people: {@code Broker orders}
   */
  Inlet(String name, KafkaTopic topic) {
    this.name = name;
    this.topic = topic;
  }

  Future<Answer> take(Event event, int hops) {
    if (event.bytes() > Channels.LARGEST_EVENT_BYTES) {
      return Future.succeededFuture(
          KafkaTopic.tooLarge(
              "The event has %d bytes; %s takes %d at most. Send a link to the data instead."
                  .formatted(event.bytes(), name, Channels.LARGEST_EVENT_BYTES)));
    }
    if (hops > MOST_HOPS) {
      return Future.succeededFuture(
          Problem.of(
              508,
              "Loop stopped",
              "The %s is %d hops away from the event it began with; %s stops it after %d. Look for a subscriber that answers with an event its own Trigger matches."
                  .formatted(event, hops, name, MOST_HOPS)));
    }
    return topic.write(event, hops);
  }

  @Override
  public Future<Answer> deliver(Delivery delivery, Duration timeout) {
    return take(delivery.event(), delivery.hops() + 1);
  }
}
