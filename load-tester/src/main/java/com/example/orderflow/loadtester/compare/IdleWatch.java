package com.example.orderflow.loadtester.compare;

import com.example.orderflow.loadtester.processes.PlatformProbe;
import com.example.orderflow.loadtester.processes.ProcessWatch;
import com.example.orderflow.loadtester.report.LoadReport.ProcessUse;
import java.time.Duration;
import java.util.List;

/** What a platform takes that has nothing to do. */
public final class IdleWatch {
  private final PlatformProbe probe;
  private final Duration length;

  public IdleWatch(PlatformProbe probe, Duration length) {
    this.probe = probe;
    this.length = length;
  }

  WiringReport.Idle watch() throws InterruptedException {
    ProcessWatch processes = new ProcessWatch(probe);
    processes.look(0);
    Thread.sleep(length);
    double seconds = length.toMillis() / 1000.0;
    processes.look(seconds);
    List<ProcessUse> uses = processes.uses();
    return new WiringReport.Idle(
        seconds,
        uses.stream().mapToDouble(ProcessUse::cpuSeconds).sum() / seconds,
        uses.stream().mapToDouble(ProcessUse::peakMemoryMb).sum(),
        uses);
  }
}
