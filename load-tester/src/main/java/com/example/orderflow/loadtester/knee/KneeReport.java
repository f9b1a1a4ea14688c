package com.example.orderflow.loadtester.knee;

import com.example.orderflow.loadtester.report.LoadReport;
import java.time.Instant;
import java.util.Locale;

/** A search with what it was made on; the components are the report as JSON. */
public record KneeReport(
    String scenario,
    String description,
    String target,
    Instant startedAt,
    double trialSeconds,
    LoadReport.Machine machine,
    Knee knee) {

  /** In one sentence. */
  public String headline() {
    if (knee.rate() == 0) {
      return "No rate that was tried holds, through the %s.".formatted(target);
    }
    return String.format(
        Locale.ROOT,
        "%.0f a second hold through the %s: %d of %d repeats of %.0f s each, so with 95 %% confidence at least %.0f %% of runs; %s.",
        knee.rate(),
        target,
        knee.repeats(),
        knee.repeats(),
        trialSeconds,
        100 * knee.confidence(),
        knee.breaksAt() == null
            ? "no rate that was tried breaks"
            : String.format(Locale.ROOT, "%.0f a second broke", knee.breaksAt()));
  }
}
