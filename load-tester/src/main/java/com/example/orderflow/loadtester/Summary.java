package com.example.orderflow.loadtester;

import com.example.orderflow.loadtester.balance.Journey;
import com.example.orderflow.loadtester.firing.Meters;
import com.example.orderflow.loadtester.processes.ProcessWatch;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.Percentiles;
import com.example.orderflow.loadtester.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Puts together what was measured, and holds it against the bounds of the scenario. */
record Summary(
    Scenario scenario,
    Instant startedAt,
    double seconds,
    boolean interrupted,
    LoadReport.Machine machine) {
  private static final double MICROS_PER_MILLI = 1_000;

  LoadReport report(
      Meters meters,
      List<Journey> journeys,
      LoadReport.Tester tester,
      LoadReport.Traffic traffic,
      List<LoadReport.Second> series,
      ProcessWatch processes) {
    Meters.Counts counts = meters.counts();
    Percentiles answers = Percentiles.of(meters.latency(), MICROS_PER_MILLI);
    Percentiles orders = orders(journeys);
    return new LoadReport(
        scenario.name(),
        scenario.description(),
        scenario.target().label(),
        startedAt,
        seconds,
        interrupted,
        machine,
        new LoadReport.Requests(
            Math.round(scenario.load().requests()),
            counts.started(),
            counts.missed(),
            counts.answered(),
            counts.failed(),
            meters.errors(),
            meters.replies()),
        answers,
        orders,
        Percentiles.of(meters.lateness(), MICROS_PER_MILLI),
        tester,
        traffic,
        series,
        processes.uses(),
        processes.samples(),
        processes.starts(),
        broken(counts, LoadReport.latency(orders, answers)));
  }

  private Percentiles orders(List<Journey> journeys) {
    Instant counted = startedAt.plus(scenario.warmUp());
    Histogram latencies = new Histogram(3);
    journeys.stream()
        .filter(journey -> !journey.posted().isBefore(counted))
        .forEach(journey -> latencies.recordValue(journey.latency().toMillis()));
    return Percentiles.of(latencies, 1);
  }

  private List<String> broken(Meters.Counts counts, Percentiles latency) {
    Scenario.Bounds bounds = scenario.bounds();
    List<String> broken = new ArrayList<>();
    bounds
        .p99()
        .map(Duration::toMillis)
        .filter(most -> latency.p99() > most)
        .ifPresent(
            most ->
                broken.add(
                    "p99 %,.0f ms, but at most %,d ms are allowed".formatted(latency.p99(), most)));
    long due = Math.max(1, counts.started() + counts.missed());
    share("errors", (double) counts.failed() / due, bounds.errors(), broken);
    share("missed starts", (double) counts.missed() / due, bounds.missed(), broken);
    return broken;
  }

  private static void share(String what, double share, double most, List<String> broken) {
    if (share > most) {
      broken.add(
          String.format(
              Locale.ROOT,
              "%s: %.2f %%, but at most %.2f %% are allowed",
              what,
              100 * share,
              100 * most));
    }
  }
}
