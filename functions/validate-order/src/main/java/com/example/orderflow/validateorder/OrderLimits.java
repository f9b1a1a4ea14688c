package com.example.orderflow.validateorder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large an order may be. */
@ConfigMapping(prefix = "orderflow.order")
public interface OrderLimits {

  /** Lines of an order: what fits, with its rejection, into an event. */
  @WithDefault("2000")
  int maxLines();

  /** Pieces in one line. */
  @WithDefault("100000")
  long maxQuantity();

  /** The order's total, in minor units of its currency: a million pounds or euros. */
  @WithDefault("100000000")
  long maxTotalMinorUnits();
}
