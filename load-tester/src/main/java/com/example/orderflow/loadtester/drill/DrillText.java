package com.example.orderflow.loadtester.drill;

import com.example.orderflow.loadtester.balance.BalanceText;
import java.util.Locale;

/** A drill for a terminal: a line for each kill, and the balance sheet. */
public final class DrillText {
  private DrillText() {}

  public static String of(DrillReport report) {
    StringBuilder text =
        new StringBuilder(
            "%-20s%12s%18s%15s%14s\n"
                .formatted("killed", "processes", "shipped again", "longest way", "over 1 s"));
    for (Outage outage : report.outages()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-20s%12d%,14.1f s %,13.1f s %,9d orders\n",
              outage.process(),
              outage.killed(),
              outage.flowsAfterMillis() / 1e3,
              outage.longestMillis() / 1e3,
              outage.late()));
    }
    return text.append(BalanceText.of(report.balance())).toString();
  }
}
