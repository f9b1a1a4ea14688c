package com.example.orderflow.localplatform.process;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A server that is one child process.
 *
 * @param stopping how this kind of server is stopped; returns when it has ended
 */
record RunningServer(ChildProcess process, Runnable stopping) {
  long pid() {
    return process.pid();
  }

  CompletableFuture<?> exited() {
    return process.exited();
  }

  List<String> lastLines(int count) {
    return process.lastLines(count);
  }

  void stop() {
    stopping.run();
  }
}
