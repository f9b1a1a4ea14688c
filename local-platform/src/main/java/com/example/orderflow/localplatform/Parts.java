package com.example.orderflow.localplatform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What was started, in order; stopped in reverse, each part whatever happens to the others. */
final class Parts {
  private final PlatformListener listener;
  private final Deque<List<Part>> started = new ArrayDeque<>();

  Parts(PlatformListener listener) {
    this.listener = listener;
  }

  interface Step {
    void run() throws Exception;
  }

  interface Start<T> {
    T run() throws Exception;
  }

  interface Stop<T> {
    void run(T part) throws Exception;
  }

  record Part(String name, Step start, Step stop) {}

  /** Starts one part and keeps how to stop it. */
  <T> T start(String name, Start<T> start, Stop<T> stop) throws Exception {
    T part = start.run();
    push(List.of(new Part(name, () -> {}, () -> stop.run(part))));
    return part;
  }

  /**
   * Starts parts that do not need each other, at once; a part that fails to start is stopped too.
   */
  void startTogether(List<Part> parts) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> starting = new ArrayList<>();
      push(parts);
      for (Part part : parts) {
        starting.add(threads.submit(() -> timed(part)));
      }
      Exception failure = null;
      for (Future<?> start : starting) {
        failure = joined(start, failure);
      }
      if (failure != null) {
        throw failure;
      }
    }
  }

  /** The last first; what was started together is stopped together. */
  synchronized void stop() {
    List<Exception> failures = Collections.synchronizedList(new ArrayList<>());
    while (!started.isEmpty()) {
      List<Part> together = started.pop();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        together.forEach(part -> threads.execute(() -> stop(part, failures)));
      }
    }
    if (!failures.isEmpty()) {
      IllegalStateException failure = new IllegalStateException("not all parts stopped");
      failures.forEach(failure::addSuppressed);
      throw failure;
    }
  }

  private void stop(Part part, List<Exception> failures) {
    try {
      part.stop().run();
    } catch (Exception e) {
      listener.trouble(part.name(), "did not stop cleanly: " + e.getMessage());
      failures.add(e);
    }
  }

  private synchronized void push(List<Part> together) {
    started.push(together);
  }

  private Void timed(Part part) throws Exception {
    Instant before = Instant.now();
    part.start().run();
    listener.started(part.name(), Duration.between(before, Instant.now()));
    return null;
  }

  private static Exception joined(Future<?> start, Exception earlier) throws InterruptedException {
    try {
      start.get();
      return earlier;
    } catch (ExecutionException e) {
      Exception failure = e.getCause() instanceof Exception cause ? cause : e;
      if (earlier != null) {
        earlier.addSuppressed(failure);
        return earlier;
      }
      return failure;
    }
  }
}
