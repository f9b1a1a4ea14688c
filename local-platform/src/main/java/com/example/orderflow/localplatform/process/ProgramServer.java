package com.example.orderflow.localplatform.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * One program of ours that always runs, on a port that stays the same.
 *
 * <pre>
 *   start ─► asked whether it is ready ─► ready ─► … ─► stop
 *     ▲                                             │ died
 *     └─────────────────────────────────────────────┘
 * </pre>
 */
public final class ProgramServer {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final int PROBE_LIMIT_MILLIS = 1_000;

  /** A kubelet takes any status below it for a yes. */
  private static final int FIRST_FAILURE = 400;

  /** It finishes what it has begun, and a JVM may then write its class archive. */
  private static final Duration STOP_GRACE = Duration.ofSeconds(30);

  private static final RestartBackoff RESTARTS =
      new RestartBackoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  private final Processes processes;
  private final Command command;
  private final URI readiness;
  private final Supervisor supervisor;

  /**
   * @param readiness answers when the program is ready
   */
  public ProgramServer(
      Processes processes, Command command, URI readiness, Consumer<ServerNotice> notices) {
    this.processes = processes;
    this.command = command;
    this.readiness = readiness;
    this.supervisor = new Supervisor(command.name(), this::run, RESTARTS, notices);
  }

  /** Returns when the program is ready. */
  public void start() throws IOException {
    supervisor.start();
  }

  public long pid() {
    return supervisor.server().pid();
  }

  public void stop() {
    supervisor.stop();
  }

  private RunningServer run() throws IOException {
    ChildProcess process = processes.start(command);
    Wait.until(() -> !process.isAlive() || isReady(), START_LIMIT, POLL);
    if (!process.isAlive() || !isReady()) {
      process.kill().join();
      throw new IOException(
          "%s did not start (log: %s):%n%s"
              .formatted(
                  command.name(), process.logFile(), String.join("\n", process.lastLines(20))));
    }
    return new RunningServer(process, () -> process.stop(STOP_GRACE).join());
  }

  private boolean isReady() {
    try {
      HttpURLConnection probe = (HttpURLConnection) readiness.toURL().openConnection();
      probe.setConnectTimeout(PROBE_LIMIT_MILLIS);
      probe.setReadTimeout(PROBE_LIMIT_MILLIS);
      try {
        return probe.getResponseCode() < FIRST_FAILURE;
      } finally {
        probe.disconnect();
      }
    } catch (IOException notYet) {
      return false;
    }
  }
}
