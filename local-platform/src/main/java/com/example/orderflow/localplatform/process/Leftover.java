package com.example.orderflow.localplatform.process;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends processes that are not our children any more. */
final class Leftover {
  private Leftover() {}

  /** Asks all of them, then ends who is still there; returns when none is left. */
  static void endAll(Collection<ProcessHandle> processes, Duration grace) {
    processes.forEach(ProcessHandle::destroy);
    CompletableFuture<Void> gone = gone(processes);
    gone.completeOnTimeout(null, grace.toMillis(), TimeUnit.MILLISECONDS).join();
    processes.forEach(ProcessHandle::destroyForcibly);
    gone(processes).join();
  }

  private static CompletableFuture<Void> gone(Collection<ProcessHandle> processes) {
    return CompletableFuture.allOf(
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
  }
}
