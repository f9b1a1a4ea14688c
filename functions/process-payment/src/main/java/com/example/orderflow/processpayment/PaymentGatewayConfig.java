package com.example.orderflow.processpayment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the payment gateway is, and how long to wait for it. */
@ConfigMapping(prefix = "orderflow.payment-gateway")
public interface PaymentGatewayConfig {

  /** Its base address; environment: {@code PAYMENT_GATEWAY_URL}. */
  URI url();

  /** For a connection: it is a neighbour, or it is down. */
  @WithDefault("1S")
  Duration connectTimeout();

  /** For an answer: after this the charge counts as unknown, and the event has to come again. */
  @WithDefault("5S")
  Duration readTimeout();

  /** Connections: as many as events run at once (containerConcurrency of the Service). */
  @WithDefault("40")
  int connections();
}
