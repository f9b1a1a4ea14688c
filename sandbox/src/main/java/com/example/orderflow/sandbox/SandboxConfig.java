package com.example.orderflow.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/**
 * What may be set, by environment as {@code SANDBOX_PAYMENT_CARD_LIMIT} and so on. The rules that
 * receive a value check it, and the process does not start with one that they refuse.
 */
@ConfigMapping(prefix = "sandbox")
public interface SandboxConfig {

  Payment payment();

  Carrier carrier();

  /** The simulated payment gateway. */
  interface Payment {

    /** Minor units of whatever currency; a charge above it is declined. */
    @WithDefault("200000")
    long cardLimit();

    /** How late {@code tok_slow} is answered: longer than a person waits, shorter than timeouts. */
    @WithDefault("1500ms")
    Duration slowLatency();

    /** How many attempts per idempotency key meet the outage of {@code tok_outage_then_ok}. */
    @WithDefault("2")
    int outageAttempts();
  }

  /** The simulated carrier. */
  interface Carrier {

    @WithDefault("sandbox-parcel")
    String name();

    /** ISO 3166-1 alpha-2. The default: the 27 of the European Union, then GB, CH, NO, IS. */
    @WithDefault(
        "AT,BE,BG,HR,CY,CZ,DK,EE,FI,FR,DE,GR,HU,IE,IT,LV,LT,LU,MT,NL,PL,PT,RO,SK,SI,ES,SE,"
            + "GB,CH,NO,IS")
    Set<String> countries();
  }
}
