package com.example.orderflow.loadtester;

import java.net.URI;
import java.util.Optional;

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

  /** A function, by the name of its Service. */
  default Optional<URI> function(String name) {
    return Optional.empty();
  }
}
