package com.example.orderflow.localplatform.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running program of ours: its pid, its end, and what it said last. */
public final class ChildProcess {
  private final String name;
  private final Process process;
  private final LogTail log;
  private final CompletableFuture<Exit> exited;

  ChildProcess(String name, Process process, LogTail log, Runnable afterwards) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.exited =
        process
            .onExit()
            .thenApply(
                ended -> {
                  afterwards.run();
                  return new Exit(name, ended.exitValue());
                });
  }

  /** How a process ended; on Unix 128 + n says that signal n ended it. */
  public record Exit(String name, int code) {}

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes when the process has ended, whoever ended it. */
  public CompletableFuture<Exit> exited() {
    return exited.copy();
  }

  /** The last lines that this run of the program wrote. */
  public List<String> lastLines(int count) {
    return log.lastLines(count);
  }

  public Path logFile() {
    return log.file();
  }

  /** Asks the process to end (SIGTERM), and ends it (SIGKILL) when the grace is over. */
  public CompletableFuture<Exit> stop(Duration grace) {
    process.destroy();
    exited
        .copy()
        .orTimeout(grace.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (exit, late) -> {
              if (late instanceof TimeoutException) {
                process.destroyForcibly();
              }
            });
    return exited();
  }

  public CompletableFuture<Exit> kill() {
    process.destroyForcibly();
    return exited();
  }
}
