package com.example.orderflow.localplatform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers a process by pid and start, so that a recycled pid is never taken for it. */
record PidFile(Path file) {
  /** The system counts a start from its boot, and corrects the time of its boot by up to this. */
  private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(2);

  private static final String SUFFIX = ".pid";

  static PidFile of(Path folder, String name) {
    return new PidFile(folder.resolve(name + SUFFIX));
  }

  String name() {
    return file.getFileName().toString().replace(SUFFIX, "");
  }

  void write(ProcessHandle process) throws IOException {
    Instant start = process.info().startInstant().orElseGet(Instant::now);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(Long.toString(process.pid()), start.toString()));
  }

  /** The process, if it still runs. */
  Optional<ProcessHandle> running() throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 2) { // whoever wrote it was killed in the middle
      return Optional.empty();
    }
    return running(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)));
  }

  static Optional<ProcessHandle> running(long pid, Instant start) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedAt(process, start));
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A pid file that stays names a dead process: the next start finds that out.
    }
  }

  private static boolean startedAt(ProcessHandle process, Instant start) {
    return process
        .info()
        .startInstant()
        .map(actual -> Duration.between(start, actual).abs().compareTo(CLOCK_CORRECTION) <= 0)
        .orElse(false);
  }
}
