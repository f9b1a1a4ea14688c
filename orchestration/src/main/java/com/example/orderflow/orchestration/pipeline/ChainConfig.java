package com.example.orderflow.orchestration.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How the chain calls. The defaults are those of the Triggers, so that they can be compared. */
@ConfigMapping(prefix = "orderflow")
public interface ChainConfig {

  Functions functions();

  Chain chain();

  /** Where each function is called. */
  interface Functions {
    URI validateOrder();

    URI processPayment();

    URI shipOrder();
  }

  /** Direct calls. */
  interface Chain {

    /** One call of a function. */
    @WithDefault("30S")
    Duration timeout();

    /** Attempts after the first one. */
    @WithDefault("10")
    int retries();

    /** Doubled before each attempt after the first one. */
    @WithDefault("PT0.2S")
    Duration backoffDelay();

    /** Calls at once, as many as a Trigger makes. */
    @WithDefault("100")
    int calls();

    /** Orders under way at once, with those that wait for their next attempt. */
    @WithDefault("1000")
    int orders();
  }
}
