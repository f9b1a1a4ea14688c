package com.example.orderflow.loadtester.processes;

import com.example.orderflow.loadtester.report.LoadReport.ProcessSample;
import com.example.orderflow.loadtester.report.LoadReport.ProcessUse;
import com.example.orderflow.loadtester.report.LoadReport.Start;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks at the platform's processes now and then, and adds up what they use. */
public final class ProcessWatch {
  private static final double MB = 1e6;

  private final PlatformProbe probe;
  private final Map<Long, Use> uses = new LinkedHashMap<>();
  private final List<ProcessSample> samples = new ArrayList<>();
  private final List<Start> starts = new ArrayList<>();
  private final Map<String, Integer> startsBefore = new HashMap<>();
  private double lastSecond;

  private static final class Use {
    private final String name;
    private final double cpuBefore;
    private double cpu;
    private long peakMemory;

    Use(String name, double cpuBefore) {
      this.name = name;
      this.cpuBefore = cpuBefore;
      this.cpu = cpuBefore;
    }
  }

  public ProcessWatch(PlatformProbe probe) {
    this.probe = probe;
  }

  /**
   * Looks.
   *
   * @param second since the start of the run; the first look comes before it
   */
  public synchronized void look(double second) {
    probe.look().ifPresent(look -> add(look, second));
  }

  public synchronized List<ProcessUse> uses() {
    Map<String, ProcessUse> byName = new LinkedHashMap<>();
    for (Use use : uses.values()) {
      ProcessUse one = new ProcessUse(use.name, use.cpu - use.cpuBefore, use.peakMemory / MB, 1);
      byName.merge(use.name, one, ProcessUse::plus);
    }
    return List.copyOf(byName.values());
  }

  public synchronized List<ProcessSample> samples() {
    return List.copyOf(samples);
  }

  public synchronized List<Start> starts() {
    return List.copyOf(starts);
  }

  private void add(PlatformProbe.Look look, double second) {
    boolean first = startsBefore.isEmpty() && uses.isEmpty();
    ProcTable table = ProcTable.read();
    Set<Long> pids = new HashSet<>();
    look.processes().forEach(process -> pids.add(process.pid()));
    Map<String, Double> cpu = new TreeMap<>();
    Map<String, Double> memory = new TreeMap<>();
    for (PlatformProbe.Process process : look.processes()) {
      double seconds = table.cpuSeconds(process.pid(), pids);
      // Who comes later began with nothing.
      Use use = uses.get(process.pid());
      if (use == null) {
        use = new Use(process.name(), first ? seconds : 0);
        uses.put(process.pid(), use);
      } else {
        double share = (seconds - use.cpu) / Math.max(0.001, second - lastSecond);
        cpu.merge(process.name(), share, Double::sum);
      }
      memory.merge(process.name(), Math.max(0, process.memoryBytes()) / MB, Double::sum);
      use.cpu = Math.max(use.cpu, seconds);
      use.peakMemory = Math.max(use.peakMemory, process.memoryBytes());
    }
    if (!first) {
      samples.add(new ProcessSample(second, cpu, memory));
    }
    look.starts().forEach((name, count) -> started(name, count, second));
    lastSecond = second;
  }

  private void started(String name, int count, double second) {
    Integer before = startsBefore.put(name, count);
    for (int start = before == null ? count : before; start < count; start++) {
      starts.add(new Start(name, second));
    }
  }
}
