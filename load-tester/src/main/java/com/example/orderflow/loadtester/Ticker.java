package com.example.orderflow.loadtester;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again, and once more at the end. */
final class Ticker implements AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("load-ticker").daemon().factory());
  private final Runnable task;

  Ticker(Duration every, Runnable task) {
    this.task = task;
    // Not at a fixed rate: what came late would be followed by several at once.
    thread.scheduleWithFixedDelay(task, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits until the task was done once more. */
  void finish() throws InterruptedException {
    thread.execute(task);
    thread.shutdown();
    thread.awaitTermination(1, TimeUnit.MINUTES);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
