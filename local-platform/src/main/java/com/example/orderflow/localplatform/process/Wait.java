package com.example.orderflow.localplatform.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Polls what cannot tell by itself that it is ready. */
final class Wait {
  private Wait() {}

  /** Returns whether the condition held within the limit. */
  static boolean until(BooleanSupplier condition, Duration limit, Duration poll) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        Thread.sleep(poll);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
