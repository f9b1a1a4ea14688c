package com.example.orderflow.localplatform.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The processes of one data folder.
 *
 * <pre>
 *   start ──► DATA/logs/NAME.log         what it writes
 *         └─► DATA/processes/NAME.pid    while it runs: pid and start
 *                     │
 *   endLeftovers ◄────┘  after a kill -9 of the platform
 * </pre>
 *
 * Each process gets a session of its own where the system has {@code setsid}: a terminal's Ctrl-C
 * then reaches only the platform, which stops the others in order.
 */
public final class Processes implements AutoCloseable {
  /** A clean stop is worth waiting for, but whoever starts the platform waits too. */
  private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(5);

  /** As in a container, a program gets no variables by accident, only these and its own. */
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT");

  private static final Optional<Path> SETSID = onPath("setsid");

  private final Path logs;
  private final Path pids;
  private boolean closed;

  public Processes(Path data) {
    this.logs = data.resolve("logs");
    this.pids = data.resolve("processes");
  }

  /**
   * @throws IOException when it cannot be started, or when this is closed
   */
  public synchronized ChildProcess start(Command command) throws IOException {
    if (closed) {
      throw new IOException(command.name() + " is not started: the platform is being stopped");
    }
    LogTail log = LogTail.from(logs.resolve(command.name() + ".log"));
    PidFile pidFile = PidFile.of(pids, command.name());
    ProcessBuilder builder =
        new ProcessBuilder(inOwnSession(command.arguments()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
    builder.environment().keySet().removeIf(name -> !INHERITED.contains(name.toUpperCase()));
    builder.environment().putAll(command.env());
    Process process = builder.start();
    process.getOutputStream().close();
    pidFile.write(process.toHandle());
    return new ChildProcess(command.name(), process, log, pidFile::delete);
  }

  /** Ends what an earlier platform on this folder started and could not stop, and names it. */
  public List<String> endLeftovers() throws IOException {
    Map<String, ProcessHandle> leftovers = new TreeMap<>();
    List<PidFile> pidFiles = pidFiles();
    for (PidFile pidFile : pidFiles) {
      pidFile.running().ifPresent(process -> leftovers.put(pidFile.name(), process));
    }
    Leftover.endAll(leftovers.values(), LEFTOVER_GRACE);
    pidFiles.forEach(PidFile::delete);
    return List.copyOf(leftovers.keySet());
  }

  /**
   * Starts no more, and ends what nobody has stopped: when the platform is told to stop while it
   * starts, that is what has just begun.
   */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    endLeftovers();
  }

  /** Whether the process with this pid runs, and is the one that was started then. */
  public static boolean isRunning(long pid, Instant start) {
    return PidFile.running(pid, start).isPresent();
  }

  private List<PidFile> pidFiles() throws IOException {
    if (!Files.isDirectory(pids)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(pids)) {
      return files.map(PidFile::new).toList();
    }
  }

  private static List<String> inOwnSession(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    SETSID.ifPresent(setsid -> all.add(0, setsid.toString()));
    return all;
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
