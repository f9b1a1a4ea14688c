package com.example.orderflow.localplatform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's own note of who serves a data folder: {@code postmaster.pid}. */
record Postmaster(Path data) {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final int PID_LINE = 0;
  private static final int START_LINE = 2;

  /**
   * Ends a server that still serves the folder. PostgreSQL refuses to start over a note whose pid
   * is alive, though after a reboot that may be anybody: such a note is removed.
   */
  void endLeftover() throws IOException {
    Path note = data.resolve("postmaster.pid");
    if (Files.notExists(note)) {
      return;
    }
    List<String> lines = Files.readAllLines(note);
    if (lines.size() <= START_LINE) {
      return;
    }
    long pid = Long.parseLong(lines.get(PID_LINE).strip());
    Instant start = Instant.ofEpochSecond(Long.parseLong(lines.get(START_LINE).strip()));
    Optional<ProcessHandle> server = PidFile.running(pid, start);
    if (server.isPresent()) {
      Leftover.endAll(List.of(server.get()), GRACE);
    } else if (ProcessHandle.of(pid).isPresent()) {
      Files.delete(note);
    }
  }
}
