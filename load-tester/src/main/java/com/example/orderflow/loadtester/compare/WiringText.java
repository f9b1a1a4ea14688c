package com.example.orderflow.loadtester.compare;

import com.example.orderflow.events.Wiring;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Wirings side by side, for a terminal. */
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
    line(
        "%-32s%s",
        "median of %d rounds".formatted(report.rounds()),
        joined(report.wirings(), wiring -> String.format("%30s", wiring.id())));
    for (WiringReport.Row row : report.rows()) {
      String name = row.unit().isEmpty() ? row.name() : row.name() + ", " + row.unit();
      line("%-32s%s", name, joined(row.cells(), this::cell));
    }
    idle("idle", report.idle());
    idle("idle, functions still up", report.idleAfter());
    line(
        "In brackets: times %s, with its 95 %% interval; * where that leaves out 1.",
        report.baseline().id());
    report.faults().forEach(this::fault);
    report.problems().forEach(problem -> line("! %s", problem));
    return text.toString();
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
        "%s killed (%d), %-8s  of %,d orders open after %.0f s: %,d, after %.0f s: %,d, at the end: %,d; p99 %,.0f ms (else %,.0f), longest %,.0f ms",
        fault.killed(),
        fault.processes(),
        fault.wiring().id(),
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

  private String cell(WiringReport.Cell cell) {
    String median = String.format(Locale.ROOT, "%,.1f", Median.of(cell.values()));
    return String.format("%30s", median + (isBaseline(cell.wiring()) ? "" : times(cell)));
  }

  private static String times(WiringReport.Cell cell) {
    Spread spread = cell.toBaseline();
    if (Double.isNaN(spread.ratio())) {
      return "";
    }
    return Double.isNaN(spread.low())
        ? String.format(Locale.ROOT, " (%.2f)", spread.ratio())
        : String.format(
            Locale.ROOT,
            " (%.2f: %.2f-%.2f%s)",
            spread.ratio(),
            spread.low(),
            spread.high(),
            spread.differs() ? "*" : "");
  }

  private boolean isBaseline(Wiring wiring) {
    return wiring == report.baseline();
  }

  private static <T> String joined(List<T> parts, Function<T, String> text) {
    return parts.stream().map(text).collect(Collectors.joining());
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
