package com.example.orderflow.orchestration.stream;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Follows the end of the timeline into the ring, for all clients at once.
 *
 * <pre>
 *    ┌──────────────────────────── pause ◄───────────────────────┐
 *    ▼                                                           │
 * signal, or time to look ─► anybody there? ─► new segments ─► wake all
 *    ▲                            │ no
 *    └──── the ring forgets ◄─────┘
 * </pre>
 *
 * <p>It reads what was committed, whoever wrote it, so the entries of another instance come the
 * same way. While nobody listens it costs nothing.
 */
final class Tail {
  private static final Logger LOG = Logger.getLogger("orderflow.stream");

  private final StreamTable table;
  private final Ring ring;
  private final Clients clients;
  private final Duration look;
  private final Duration pause;
  private final Semaphore signals = new Semaphore(0);
  private final Thread thread =
      Thread.ofPlatform().name("stream-tail").daemon().unstarted(this::run);
  private boolean following;
  private boolean away;

  Tail(StreamTable table, Ring ring, Clients clients, StreamConfig config) {
    this.table = table;
    this.ring = ring;
    this.clients = clients;
    this.look = config.look();
    this.pause = config.pause();
  }

  void start() {
    thread.start();
  }

  void stop() {
    thread.interrupt();
  }

  /** There is something to read, or somebody to read it for. */
  void signal() {
    signals.release();
  }

  private void run() {
    try {
      while (true) {
        signals.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS);
        signals.drainPermits();
        follow();
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      // stopped
    }
  }

  private void follow() {
    if (clients.isEmpty()) {
      following = false;
      return;
    }
    try {
      if (!following) {
        ring.restartAfter(table.last());
        following = true;
        clients.wake();
      }
      read();
      away = false;
    } catch (SQLException e) {
      if (!away) {
        LOG.warnf("database.unavailable state=%s", e.getSQLState());
      }
      away = true;
    }
  }

  private void read() throws SQLException {
    List<StreamEntry> entries;
    do {
      entries = table.after(ring.last());
      if (!entries.isEmpty()) {
        ring.append(Segment.of(entries));
        clients.wake();
      }
    } while (entries.size() == StreamTable.SEGMENT_ENTRIES);
  }
}
