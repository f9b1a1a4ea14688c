package com.example.orderflow.orchestration.sweeper;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an order counts as stuck, and how often it is helped. */
@ConfigMapping(prefix = "orderflow.sweeper")
public interface SweeperConfig {

  /** An order that has not moved for so long is sent again. */
  @WithDefault("2M")
  Duration after();

  /**
   * After each time that an order was sent again the sweeper leaves it alone for twice as long as
   * before, but never longer than this: an order that nothing can help costs next to nothing.
   */
  @WithDefault("1D")
  Duration longestRest();

  /** The most orders of one sweep, oldest first: help must not come as a flood. */
  @WithDefault("1000")
  int most();
}
