package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.Wiring;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is accepted at once, and how. */
@ConfigMapping(prefix = "orderflow.intake")
public interface IntakeConfig {

  /** The wiring of an order whose customer asks for none. */
  @WithDefault("broker")
  Wiring defaultWiring();

  /** What may wait for its commit, in bytes of JSON; beyond it the answer is 503. */
  @WithDefault("64M")
  MemorySize room();

  /** The most orders of one commit: beyond some hundred, a commit costs what its rows cost. */
  @WithDefault("300")
  int groupOrders();

  /** The most JSON of one commit, so that large orders do not make small ones wait. */
  @WithDefault("4M")
  MemorySize groupSize();

  /** Two: one group is prepared while the other one's commit waits for the disk. */
  @WithDefault("2")
  int writers();

  /**
   * How many orders of one wiring may wait in the outbox before no more are accepted for it.
   * Counted once a second, so it is passed by what is accepted in a second.
   */
  @WithDefault("100000")
  int backlog();
}
