package com.example.orderflow.loadtester.report;

import com.example.orderflow.loadtester.balance.BalanceText;
import java.util.Locale;

/** A run for a terminal. */
public final class ReportText {
  private final StringBuilder text = new StringBuilder();
  private final LoadReport load;

  private ReportText(LoadReport load) {
    this.load = load;
  }

  public static String of(RunResult result) {
    ReportText text = new ReportText(result.load());
    text.load();
    result.balance().ifPresent(sheet -> text.text.append('\n').append(BalanceText.of(sheet)));
    return text.text.toString();
  }

  private void load() {
    LoadReport.Requests requests = load.requests();
    line("target", "%s", load.target());
    line(
        "requests",
        "%,9d  of %,d planned, in %.1f s",
        requests.started(),
        requests.planned(),
        load.seconds());
    line("  missed", "%,9d  %s", requests.missed(), "due while too many waited");
    line("  failed", "%,9d", requests.failed());
    requests.errors().forEach((reason, count) -> line("", "%,9d  %s", count, reason));
    requests.replies().forEach((type, count) -> line("", "%,9d  %s", count, type));
    percentiles("answer", load.answers());
    if (load.orders().count() > 0) {
      percentiles("order to its end", load.orders());
    }
    percentiles("tester late by", load.lateness());
    line("tester's CPU", "%9.2f  processors", load.tester().cpuShare());
    for (LoadReport.ProcessUse use : load.processes()) {
      line(
          "  " + use.name(),
          "%9.1f  CPU s, %,.0f MB at most%s",
          use.cpuSeconds(),
          use.peakMemoryMb(),
          use.instances() > 1 ? ", %d processes".formatted(use.instances()) : "");
    }
    load.broken().forEach(bound -> text.append("! ").append(bound).append('\n'));
    if (load.interrupted()) {
      text.append("! interrupted: what is above is what was done until then\n");
    }
  }

  private void percentiles(String name, Percentiles of) {
    line(
        name,
        "%,9.1f  ms p50, %,.1f p95, %,.1f p99, %,.1f p99.9, %,.1f longest",
        of.p50(),
        of.p95(),
        of.p99(),
        of.p999(),
        of.max());
  }

  private void line(String name, String format, Object... values) {
    text.append(String.format(Locale.ROOT, "%-18s" + format, prepend(name, values)).stripTrailing())
        .append('\n');
  }

  private static Object[] prepend(String name, Object[] values) {
    Object[] all = new Object[values.length + 1];
    all[0] = name;
    System.arraycopy(values, 0, all, 1, values.length);
    return all;
  }
}
