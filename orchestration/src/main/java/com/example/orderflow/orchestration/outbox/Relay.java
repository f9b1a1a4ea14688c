package com.example.orderflow.orchestration.outbox;

import com.example.orderflow.orchestration.outbox.Outbox.Row;
import com.example.orderflow.orchestration.pipeline.AcceptedOrder;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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

  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  /** Until somebody who has no room for more orders may have some. */
  private static final Duration FULL = Duration.ofMillis(50);

  private final Outbox outbox;
  private final Recipient wiring;
  private final String name;
  private final Duration look;
  private final Counter sent;
  private final Counter failed;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean stopping;
  private int failures;
  private boolean troubled;

  /** Who gets the orders. */
  interface Recipient {
    /** Completes when the order need not be sent again. */
    CompletionStage<Void> start(AcceptedOrder order);

    /** How many orders it would take now. */
    int room();
  }

  /**
   * @param name for log and meters
   * @param look how long to wait to be told of orders before looking for some
   */
  Relay(String name, Outbox outbox, Recipient wiring, Duration look, MeterRegistry meters) {
    this.name = name;
    this.outbox = outbox;
    this.wiring = wiring;
    this.look = look;
    this.sent = meters.counter("orderflow.outbox.sent", "wiring", name);
    this.failed = meters.counter("orderflow.outbox.failed", "wiring", name);
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
    troubled = false;
    int claimed = drain(room);
    if (troubled) {
      pause(BACKOFF.after(failures));
    } else {
      failures = 0;
      // A stop before the news were drained would wake nobody.
      if (claimed < room && !stopping) {
        news.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private int drain(int most) throws InterruptedException {
    try {
      return outbox.drain(most, this::deliver);
    } catch (SQLException away) {
      trouble(failures + 1);
      LOG.warnf("outbox.unreachable wiring=%s state=%s", name, away.getSQLState());
    } catch (RuntimeException bug) {
      trouble(failures + 1);
      LOG.errorf(bug, "outbox.failed wiring=%s", name);
    }
    return 0;
  }

  private void trouble(int inARow) {
    troubled = true;
    failures = inARow;
  }

  private List<Row> deliver(List<Row> rows) throws InterruptedException {
    List<CompletableFuture<Void>> underWay = rows.stream().map(this::send).toList();
    long deadline = System.nanoTime() + MOST_UNDER_WAY.toNanos();
    List<Row> delivered = new ArrayList<>();
    Throwable failure = null;
    for (int i = 0; i < rows.size(); i++) {
      try {
        underWay.get(i).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        delivered.add(rows.get(i));
      } catch (ExecutionException e) {
        failure = e.getCause();
      } catch (TimeoutException e) {
        failure = e;
      }
    }
    sent.increment(delivered.size());
    if (failure != null) {
      // One order that is refused again and again must not slow down all others.
      trouble(delivered.isEmpty() ? failures + 1 : 1);
      failed.increment(rows.size() - delivered.size());
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
