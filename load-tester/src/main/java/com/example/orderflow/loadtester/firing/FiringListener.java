package com.example.orderflow.loadtester.firing;

import java.time.Instant;
import java.util.Optional;

/** Hears of every request; called on the event loop, so it must not wait for anything. */
public interface FiringListener {
  /**
   * A request leaves.
   *
   * @param due when it should have left
   */
  void posting(Shot shot, Instant due);

  /**
   * It is answered.
   *
   * @param error why the answer is wrong; empty when it is right
   */
  void settled(Shot shot, Optional<String> error);
}
