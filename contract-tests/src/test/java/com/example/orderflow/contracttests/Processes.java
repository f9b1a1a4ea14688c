package com.example.orderflow.contracttests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of a platform, seen from outside. */
final class Processes {

  private Processes() {}

  /** SIGKILL. */
  static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  /** The processes that were started for a data folder and live. */
  static List<Long> living(Path data) throws IOException {
    Path pids = data.resolve("processes");
    if (!Files.isDirectory(pids)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(pids)) {
      return files
          .map(Processes::pid)
          .flatMap(Optional::stream)
          .filter(Processes::isAlive)
          .toList();
    }
  }

  /** The file goes when its process ends, also while we read. */
  private static Optional<Long> pid(Path file) {
    try {
      return Files.readAllLines(file).stream().findFirst().map(Long::valueOf);
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
