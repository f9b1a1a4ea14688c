package com.example.orderflow.loadtester;

import com.example.orderflow.loadtester.topics.EventFeed;
import com.example.orderflow.loadtester.topics.EventTail;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Where the platform listens now. Asked again for every try, because a platform may be restarted in
 * the middle of a run and come back on other ports; empty while nobody knows.
 */
public interface Addresses {
  /** The orchestration service, whose API takes orders. */
  Optional<URI> api();

  /** The ingress of the Broker, which takes events. */
  Optional<URI> ingress();

  /** Kafka's bootstrap servers. */
  Optional<String> kafka();

  /** The sandbox, whose ledger is the witness. */
  Optional<URI> sandbox();

  /**
   * How orders are followed: in Kafka, which tells repeats too.
   *
   * @param wanted the ids of orders that matter; others may be told as well
   */
  default EventFeed follow(Predicate<String> wanted, Consumer<SeenEvent> handler) {
    return new EventTail(this::kafka, handler);
  }

  /** A function, by the name of its Service. */
  default Optional<URI> function(String name) {
    return Optional.empty();
  }
}
