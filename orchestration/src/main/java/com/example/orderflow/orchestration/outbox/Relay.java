package com.example.orderflow.orchestration.outbox;

import com.example.orderflow.orchestration.outbox.Outbox.Row;
import com.example.orderflow.orchestration.pipeline.AcceptedOrder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** The relay of one wiring: takes orders out of the outbox as long as there are any, then waits. */
final class Relay implements Runnable {

  private static final Logger LOG = Logger.getLogger("orderflow.outbox");

  /** Enough for one round trip to pay, few enough for orders of 250 kB to fit into memory. */
  private static final int BATCH = 200;

  /** Longer than Kafka's producer tries; then the order is sent again. */
  private static final Duration MOST_UNDER_WAY = Duration.ofSeconds(30);

  /** For orders of which nobody told: other instances accept them, the sweeper sends them again. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  /** Until somebody who has no room for more orders may have some. */
  private static final Duration FULL = Duration.ofMillis(50);

  private final Outbox outbox;
  private final Recipient wiring;
  private final String name;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean stopping;
  private int failures;

  /** Who gets the orders. */
  interface Recipient {
    /** Completes when the order need not be sent again. */
    CompletionStage<Void> start(AcceptedOrder order);

    /** How many orders it would take now. */
    int room();
  }

  /**
   * @param name for the log
   */
  Relay(String name, Outbox outbox, Recipient wiring) {
    this.name = name;
    this.outbox = outbox;
    this.wiring = wiring;
  }

  /** There are new orders. */
  void wake() {
    news.release();
  }

  /** Finishes what is under way. */
  void stop() {
    stopping = true;
    wake();
  }

  @Override
  public void run() {
    try {
      while (!stopping) {
        round();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() throws InterruptedException {
    news.drainPermits();
    int room = Math.min(BATCH, wiring.room());
    if (room == 0) {
      pause(FULL);
      return;
    }
    int failuresBefore = failures;
    int claimed = drain(room);
    if (failures > failuresBefore) {
      pause(BACKOFF.after(failures));
    } else {
      failures = 0;
      if (claimed < room) {
        news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private int drain(int most) throws InterruptedException {
    try {
      return outbox.drain(most, this::deliver);
    } catch (SQLException away) {
      failures++;
      LOG.warnf("outbox.unreachable wiring=%s state=%s", name, away.getSQLState());
    } catch (RuntimeException bug) {
      failures++;
      LOG.errorf(bug, "outbox.failed wiring=%s", name);
    }
    return 0;
  }

  private List<Row> deliver(List<Row> rows) throws InterruptedException {
    List<CompletableFuture<Void>> sent = rows.stream().map(this::send).toList();
    long deadline = System.nanoTime() + MOST_UNDER_WAY.toNanos();
    List<Row> delivered = new ArrayList<>();
    Throwable failure = null;
    for (int i = 0; i < rows.size(); i++) {
      try {
        sent.get(i).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        delivered.add(rows.get(i));
      } catch (ExecutionException e) {
        failure = e.getCause();
      } catch (TimeoutException e) {
        failure = e;
      }
    }
    if (failure != null) {
      failures++;
      LOG.warnf(
          "outbox.delayed wiring=%s orders=%d cause=\"%s\"",
          name, rows.size() - delivered.size(), failure);
    }
    return delivered;
  }

  private CompletableFuture<Void> send(Row row) {
    try {
      return wiring.start(row.order()).toCompletableFuture();
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  /** News do not end this: who is away stays away. Only a stop does. */
  private void pause(Duration length) throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    while (!stopping && System.nanoTime() < end) {
      news.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
  }
}
