package com.example.orderflow.cli;

import com.example.orderflow.loadtester.OpenRunListener;
import com.example.orderflow.loadtester.report.LoadReport.Second;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * A load test as it goes: one line that changes; a line now and then where there is no terminal.
 */
final class LiveView implements OpenRunListener {
  private static final double SECONDS_BETWEEN_LINES = 5;

  private final PrintWriter out;
  private final boolean terminal;
  private double lastLine = -SECONDS_BETWEEN_LINES;

  LiveView(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void stretch(Second stretch, Totals totals) {
    if (terminal) {
      out.print("\r\u001b[K" + line(stretch, totals));
    } else if (stretch.second() - lastLine >= SECONDS_BETWEEN_LINES) {
      lastLine = stretch.second();
      out.println(line(stretch, totals));
    }
    out.flush();
  }

  /** What is printed next begins a line of its own. */
  void end() {
    if (terminal) {
      out.println();
      out.flush();
    }
  }

  private static String line(Second stretch, Totals totals) {
    return String.format(
        Locale.ROOT,
        "%6.0f s %,9.1f/s  in flight %,d  %s  errors %,d  missed %,d%s",
        stretch.second(),
        stretch.due(),
        stretch.inFlight(),
        stretch.answered() == 0
            ? "no answers"
            : String.format(Locale.ROOT, "p50 %,.1f  p99 %,.1f ms", stretch.p50(), stretch.p99()),
        totals.failed(),
        totals.missed(),
        totals.orders() == 0
            ? ""
            : String.format(Locale.ROOT, "  at rest %,d/%,d", totals.atRest(), totals.orders()));
  }
}
