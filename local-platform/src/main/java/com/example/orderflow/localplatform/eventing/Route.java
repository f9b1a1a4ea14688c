package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A Trigger with its addresses resolved.
 *
 * @param delivery the Trigger's own, or its Broker's: nothing is merged
 */
record Route(
    TriggerSpec trigger,
    DeliverySpec delivery,
    BrokerInlet broker,
    Stop subscriber,
    Optional<Stop> deadLetterSink) {

  /** A destination, and what it is called on a cluster. */
  record Stop(Destination destination, URI uri, String path) {

    Future<Answer> deliver(Event event, int hops, Duration timeout) {
      return destination.deliver(new Delivery(event, path, hops), timeout);
    }
  }
}
