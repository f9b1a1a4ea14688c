package com.example.orderflow.loadtester.compare;

import java.util.Locale;

/** Wirings and variants side by side, for a terminal. */
public final class WiringText {
  private final WiringReport report;
  private final StringBuilder text = new StringBuilder();

  private WiringText(WiringReport report) {
    this.report = report;
  }

  public static String of(WiringReport report) {
    return new WiringText(report).render();
  }

  private String render() {
    line("Median of %d rounds", report.rounds());
    report.rows().forEach(this::row);
    if (!report.fromNothing().isEmpty()) {
      line("Begun without functions, through %s", report.contest().wirings().getFirst().id());
      report.fromNothing().forEach(this::row);
    }
    idle("idle", report.idle());
    idle("idle, functions still up", report.idleAfter());
    line("Beside it: times what, with its 95 %% interval; * where that leaves out 1.");
    report.faults().forEach(this::fault);
    report.problems().forEach(problem -> line("! %s", problem));
    return text.toString();
  }

  private void row(WiringReport.Row row) {
    line("  %s", row.unit().isEmpty() ? row.name() : row.name() + ", " + row.unit());
    for (WiringReport.Cell cell : row.cells()) {
      line(
          "    %-20s%,12.1f%s",
          cell.contender().name(), Median.of(cell.values()), cell.isCompared() ? times(cell) : "");
    }
  }

  private void idle(String when, WiringReport.Idle idle) {
    line("%s: %.2f processors, %,.0f MB", when, idle.processors(), idle.memoryMb());
    idle.processes()
        .forEach(
            use ->
                line(
                    "  %-20s %6.1f ms CPU a second, %,6.0f MB",
                    use.name(), 1_000 * use.cpuSeconds() / idle.seconds(), use.peakMemoryMb()));
  }

  private void fault(Fault fault) {
    line(
        "%s killed (%d), %-12s  of %,d orders open after %.0f s: %,d, after %.0f s: %,d, at the end: %,d; p99 %,.0f ms (else %,.0f), longest %,.0f ms",
        fault.killed(),
        fault.processes(),
        fault.contender().name(),
        fault.sent(),
        Fault.SOON,
        fault.openSoon(),
        Fault.LEFT_TO_THE_SWEEPER,
        fault.openLate(),
        fault.lost(),
        fault.p99(),
        fault.usualP99(),
        fault.longest());
  }

  private static String times(WiringReport.Cell cell) {
    Spread spread = cell.toBaseline();
    return Double.isNaN(spread.low())
        ? String.format(Locale.ROOT, "   %.2f x %s", spread.ratio(), cell.baseline().name())
        : String.format(
            Locale.ROOT,
            "   %.2f x %s (%.2f-%.2f)%s",
            spread.ratio(),
            cell.baseline().name(),
            spread.low(),
            spread.high(),
            spread.differs() ? " *" : "");
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
