package com.example.orderflow.loadtester.balance;

import java.util.Locale;

/** A balance sheet for a terminal. */
public final class BalanceText {
  private BalanceText() {}

  public static String of(BalanceSheet sheet) {
    StringBuilder text =
        new StringBuilder()
            .append(row("sent", sheet.sent(), "orders"))
            .append(row("  shipped", sheet.shipped(), ""))
            .append(row("  rejected", sheet.rejected(), ""))
            .append(row("  payment failed", sheet.paymentFailed(), ""))
            .append(row("  cancelled", sheet.cancelled(), "paid, no carrier, refunded"))
            .append(row("  dead-lettered", sheet.deadLettered(), ""))
            .append(row("  in flight", sheet.inFlight(), ""))
            .append(row("  unaccounted", sheet.unaccounted(), "must be 0"))
            .append(row("duplicates", sheet.duplicates(), "ended again under another id"))
            .append(row("redeliveries", sheet.redeliveries(), "the same event again, harmless"))
            .append(row("charges", sheet.charges(), "by the ledger of the sandbox"))
            .append(row("  double charges", sheet.doubleCharges(), "must be 0"))
            .append(row("refunds", sheet.refunds(), ""))
            .append(row("bookings", sheet.bookings(), ""))
            .append(latency(sheet.latencyMillis()))
            .append(
                String.format(
                    Locale.ROOT,
                    "%-18s%,9.1f  orders/s, in %.1f s\n",
                    "throughput",
                    sheet.ordersPerSecond(),
                    sheet.seconds()));
    if (sheet.notSent() > 0) {
      text.append(row("not sent", sheet.notSent(), "see below"));
    }
    sheet.problems().forEach(problem -> text.append("! ").append(problem).append('\n'));
    if (sheet.problemCount() > sheet.problems().size()) {
      text.append("! and %,d more\n".formatted(sheet.problemCount() - sheet.problems().size()));
    }
    return text.append(verdict(sheet)).append('\n').toString();
  }

  private static String row(String name, long value, String remark) {
    return String.format(Locale.ROOT, "%-18s%,9d  %s", name, value, remark).stripTrailing() + '\n';
  }

  private static String latency(BalanceSheet.Latency latency) {
    return String.format(
        Locale.ROOT,
        "%-18s%,9d  ms p50, %,d p95, %,d p99, %,d longest\n",
        "latency",
        latency.p50(),
        latency.p95(),
        latency.p99(),
        latency.max());
  }

  private static String verdict(BalanceSheet sheet) {
    if (sheet.ok()) {
      return "OK: every order is accounted for.";
    }
    return sheet.inFlight() > 0 && sheet.problemCount() == 0
        ? "NOT FINISHED: orders are still in flight; see where one waits with trace."
        : "NOT OK: see the lines marked with !.";
  }
}
