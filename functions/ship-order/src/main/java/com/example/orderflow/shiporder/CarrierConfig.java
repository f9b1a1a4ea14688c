package com.example.orderflow.shiporder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the carrier is, and how long to wait for it. */
@ConfigMapping(prefix = "orderflow.carrier")
public interface CarrierConfig {

  /** Its base address; environment: {@code CARRIER_URL}. */
  URI url();

  /** For a connection: it is a neighbour, or it is down. */
  @WithDefault("1S")
  Duration connectTimeout();

  /** For an answer: after this the booking counts as unknown, and the event has to come again. */
  @WithDefault("5S")
  Duration readTimeout();

  /** Connections: as many as events run at once (containerConcurrency of the Service). */
  @WithDefault("40")
  int connections();
}
