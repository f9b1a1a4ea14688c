package com.example.orderflow.loadtester.balance;

import com.example.orderflow.events.Wiring;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** A comparison for a terminal: one table, a column for each wiring. */
public final class ComparisonText {
  private final Comparison comparison;
  private final StringBuilder text = new StringBuilder();

  private ComparisonText(Comparison comparison) {
    this.comparison = comparison;
  }

  public static String of(Comparison comparison) {
    return new ComparisonText(comparison).render();
  }

  private String render() {
    text.append(" ".repeat(18));
    comparison.sheets().keySet().forEach(wiring -> text.append(String.format("%10s", wiring.id())));
    text.append('\n');
    count("sent", BalanceSheet::sent, "orders");
    count("  shipped", BalanceSheet::shipped, "");
    count("  rejected", BalanceSheet::rejected, "");
    count("  payment failed", BalanceSheet::paymentFailed, "");
    count("  cancelled", BalanceSheet::cancelled, "paid, no carrier, refunded");
    count("  dead-lettered", BalanceSheet::deadLettered, "");
    count("  in flight", BalanceSheet::inFlight, "");
    count("  unaccounted", BalanceSheet::unaccounted, "must be 0");
    count("duplicates", BalanceSheet::duplicates, "ended again under another id");
    count("redeliveries", BalanceSheet::redeliveries, "the same event again, harmless");
    count("charges", BalanceSheet::charges, "by the ledger of the sandbox");
    count("  double charges", BalanceSheet::doubleCharges, "must be 0");
    count("refunds", BalanceSheet::refunds, "");
    count("bookings", BalanceSheet::bookings, "");
    count("latency p50", sheet -> sheet.latencyMillis().p50(), "ms");
    count("latency p95", sheet -> sheet.latencyMillis().p95(), "ms");
    decimal("took", BalanceSheet::seconds, "s, all wirings at once");
    comparison.sheets().forEach(this::problems);
    return text.append(verdict()).append('\n').toString();
  }

  private void count(String name, ToLongFunction<BalanceSheet> value, String remark) {
    row(name, sheet -> String.format(Locale.ROOT, "%,10d", value.applyAsLong(sheet)), remark);
  }

  private void decimal(String name, ToDoubleFunction<BalanceSheet> value, String remark) {
    row(name, sheet -> String.format(Locale.ROOT, "%,10.1f", value.applyAsDouble(sheet)), remark);
  }

  private void row(String name, Function<BalanceSheet, String> cell, String remark) {
    StringBuilder row = new StringBuilder(String.format("%-18s", name));
    comparison.sheets().values().forEach(sheet -> row.append(cell.apply(sheet)));
    text.append(row.append("  ").append(remark).toString().stripTrailing()).append('\n');
  }

  private void problems(Wiring wiring, BalanceSheet sheet) {
    sheet
        .problems()
        .forEach(
            problem ->
                text.append("! ").append(wiring.id()).append(": ").append(problem).append('\n'));
    if (sheet.problemCount() > sheet.problems().size()) {
      text.append(
          "! %s: and %,d more\n"
              .formatted(wiring.id(), sheet.problemCount() - sheet.problems().size()));
    }
  }

  private String verdict() {
    if (comparison.ok()) {
      return "OK: every order is accounted for, and the wirings are equal.";
    }
    return comparison.equal()
        ? "NOT OK: see the lines marked with !, and orders in flight."
        : "NOT OK: the wirings differ in the rows from sent to dead-lettered, or in charges, refunds, bookings.";
  }
}
