package com.example.orderflow.localplatform.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Keeps one server running.
 *
 * <pre>
 *   start ─► runs ── stop ─────────► ended
 *             │ ▲                      ▲
 *        died │ │ started              │ stop
 *             ▼ │                      │
 *         waits (longer each time) ────┘
 * </pre>
 */
final class Supervisor {
  /** A server that ran this long before it died had started well: the next wait is short again. */
  private static final Duration STABLE = Duration.ofSeconds(30);

  private static final int LAST_LINES = 20;

  /** Starts the server and returns when it is ready. */
  interface Starter {
    RunningServer start() throws IOException;
  }

  private final String name;
  private final Starter starter;
  private final RestartBackoff backoff;
  private final Consumer<ServerNotice> notices;
  private final CompletableFuture<Void> stopping = new CompletableFuture<>();
  private volatile RunningServer server;
  private volatile CompletableFuture<Void> watching;

  Supervisor(String name, Starter starter, RestartBackoff backoff, Consumer<ServerNotice> notices) {
    this.name = name;
    this.starter = starter;
    this.backoff = backoff;
    this.notices = notices;
  }

  /** Starts the server; the first start is not tried again: whoever starts must see why. */
  void start() throws IOException {
    server = starter.start();
    watching = CompletableFuture.runAsync(this::watch, Thread.ofVirtual()::start);
  }

  RunningServer server() {
    return server;
  }

  void stop() {
    stopping.complete(null);
    if (watching != null) {
      watching.join();
      server.stop();
    }
  }

  private void watch() {
    int failures = 0;
    while (true) {
      Instant start = Instant.now();
      CompletableFuture.anyOf(server.exited(), stopping).join();
      if (stopping.isDone()) {
        return;
      }
      boolean wasStable = Duration.between(start, Instant.now()).compareTo(STABLE) > 0;
      failures = wasStable ? 1 : failures + 1;
      Duration wait = backoff.after(failures);
      notices.accept(new ServerNotice.Died(name, server.lastLines(LAST_LINES), wait));
      failures = startAgain(failures);
    }
  }

  private int startAgain(int failures) {
    int failed = failures;
    while (!stopped(backoff.after(failed))) {
      try {
        Instant start = Instant.now();
        server = starter.start();
        notices.accept(new ServerNotice.Restarted(name, Duration.between(start, Instant.now())));
        return failed;
      } catch (IOException | RuntimeException e) {
        failed++;
        notices.accept(new ServerNotice.RestartFailed(name, e.getMessage(), backoff.after(failed)));
      }
    }
    return failed;
  }

  /** Waits, but not longer than until the stop. */
  private boolean stopped(Duration wait) {
    try {
      stopping.get(wait.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException | ExecutionException e) {
      return true;
    }
  }
}
