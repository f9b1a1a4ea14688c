package com.example.orderflow.loadtester.report;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import java.util.Locale;

/** A run in one sentence. */
public final class Headline {
  private Headline() {}

  public static String of(RunResult result) {
    LoadReport load = result.load();
    return result.balance().map(sheet -> orders(sheet, load)).orElseGet(() -> answers(load))
        + (load.broken().isEmpty() ? "" : " Not kept: " + String.join("; ", load.broken()) + ".");
  }

  private static String orders(BalanceSheet sheet, LoadReport load) {
    String lost =
        sheet.ok()
            ? "none was lost, none charged twice"
            : "%,d unaccounted for, %,d in flight, %,d charged twice, %,d problems"
                .formatted(
                    sheet.unaccounted(),
                    sheet.inFlight(),
                    sheet.doubleCharges(),
                    sheet.problemCount());
    return String.format(
        Locale.ROOT,
        "%,d orders in %.0f s through the %s: %s; half of them ended within %,.0f ms, 99 %% within %,.0f ms.",
        sheet.sent(),
        load.seconds(),
        load.target(),
        lost,
        load.orders().p50(),
        load.orders().p99());
  }

  private static String answers(LoadReport load) {
    return String.format(
        Locale.ROOT,
        "%,d requests in %.0f s to the %s: %,d failed, %,d missed; half were answered within %,.1f ms, 99 %% within %,.1f ms.",
        load.requests().started(),
        load.seconds(),
        load.target(),
        load.requests().failed(),
        load.requests().missed(),
        load.answers().p50(),
        load.answers().p99());
  }
}
