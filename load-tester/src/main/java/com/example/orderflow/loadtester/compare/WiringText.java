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
    line("idle: %.2f processors, %,.0f MB", report.idle().processors(), report.idle().memoryMb());
    line(
        "In brackets: times %s, with its 95 %% interval; * where that leaves out 1.",
        report.baseline().id());
    report.problems().forEach(problem -> line("! %s", problem));
    return text.toString();
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
