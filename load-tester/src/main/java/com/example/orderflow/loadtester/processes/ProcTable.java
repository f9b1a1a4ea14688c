package com.example.orderflow.loadtester.processes;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Processor time of all processes of this machine at one moment; see proc(5), stat.
 *
 * <pre>
 * platform ─┬─ postgres ─┬─ backend      a process has its own time and that of its descendants;
 *           │            └─ backend      who has started one that is asked for itself, only its own
 *           └─ kafka
 * </pre>
 */
final class ProcTable {
  /** Of a clock tick in proc(5): 10 ms on every Linux. */
  private static final double TICKS_PER_SECOND = 100;

  private final Map<Long, Entry> entries = new HashMap<>();
  private final Map<Long, List<Long>> children = new HashMap<>();

  /**
   * @param own ticks of the process
   * @param waited ticks of children that have ended
   */
  private record Entry(long own, long waited) {}

  private ProcTable() {}

  static ProcTable read() {
    ProcTable table = new ProcTable();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      processes.forEach(table::add);
    } catch (IOException noLinux) {
      return table;
    }
    return table;
  }

  /**
   * Processor time of a process in seconds; 0 when it is gone.
   *
   * @param others processes that are asked for themselves
   */
  double cpuSeconds(long pid, Set<Long> others) {
    List<Long> below = children.getOrDefault(pid, List.of());
    Entry entry = entries.getOrDefault(pid, new Entry(0, 0));
    if (below.stream().anyMatch(others::contains)) {
      return entry.own / TICKS_PER_SECOND;
    }
    double seconds = (entry.own + entry.waited) / TICKS_PER_SECOND;
    for (long child : below) {
      seconds += cpuSeconds(child, others);
    }
    return seconds;
  }

  private void add(Path process) {
    try {
      String stat = Files.readString(process.resolve("stat"));
      // The name stands in parentheses and may hold anything, also parentheses.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long pid = Long.parseLong(process.getFileName().toString());
      children.computeIfAbsent(Long.valueOf(fields[1]), first -> new ArrayList<>()).add(pid);
      entries.put(
          pid,
          new Entry(
              Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
              Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
    } catch (IOException ended) {
      return; // between the list and the look
    }
  }
}
