package com.example.orderflow.loadtester.compare;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.RunResult;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A number that a run has, and others may have too.
 *
 * @param unit of what less is better
 */
public record Figure(String name, String unit, ToDoubleFunction<RunResult> of) {
  private static final double KB = 1e3;

  static final String ORDER_P99 = "order to its end, p99";

  /** Those of a run that is followed to the end of its orders. */
  public static final List<Figure> ALL =
      List.of(
          new Figure("order to its end, p50", "ms", run -> run.load().orders().p50()),
          new Figure(ORDER_P99, "ms", run -> run.load().orders().p99()),
          new Figure("answer, p50", "ms", run -> run.load().answers().p50()),
          new Figure("answer, p99", "ms", run -> run.load().answers().p99()),
          new Figure("CPU of all processes, an order", "ms", Figure::cpuPerOrder),
          new Figure("over loopback, an order", "kB", Figure::bytesPerOrder),
          new Figure("events recorded, an order", "", Figure::eventsPerOrder),
          new Figure("memory at most, all processes", "MB", Figure::memory),
          // A start in the middle of a run explains a latency that nothing else does.
          new Figure("functions started meanwhile", "", run -> run.load().starts().size()));

  /** Those of a run that begins when no function is there. */
  static final List<Figure> FROM_NOTHING =
      List.of(
          new Figure("order to its end, longest", "ms", run -> run.load().orders().max()),
          new Figure(ORDER_P99, "ms", run -> run.load().orders().p99()),
          new Figure("CPU of all processes, an order", "ms", Figure::cpuPerOrder));

  private static double cpuPerOrder(RunResult run) {
    double seconds =
        run.load().processes().stream().mapToDouble(LoadReport.ProcessUse::cpuSeconds).sum();
    return 1_000 * seconds / orders(run);
  }

  private static double bytesPerOrder(RunResult run) {
    return run.load().traffic().loopbackBytes() / KB / orders(run);
  }

  private static double eventsPerOrder(RunResult run) {
    return (double) run.load().traffic().events() / orders(run);
  }

  private static double memory(RunResult run) {
    return run.load().processes().stream().mapToDouble(LoadReport.ProcessUse::peakMemoryMb).sum();
  }

  private static double orders(RunResult run) {
    return Math.max(1, run.balance().map(BalanceSheet::sent).orElse(run.load().answers().count()));
  }
}
