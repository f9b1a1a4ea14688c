package com.example.orderflow.cli;

import com.example.orderflow.cli.BaselineBenchmark.Contender;
import com.example.orderflow.loadtester.Addresses;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.OpenRun;
import com.example.orderflow.loadtester.OpenRunListener;
import com.example.orderflow.loadtester.balance.Ledger;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.MachineFacts;
import com.example.orderflow.loadtester.report.Percentiles;
import com.example.orderflow.loadtester.report.RunResult;
import com.example.orderflow.loadtester.scenario.OrderMix;
import com.example.orderflow.loadtester.scenario.Scenario;
import com.example.orderflow.loadtester.schedule.Burst;
import com.example.orderflow.loadtester.schedule.Phase;
import com.example.orderflow.loadtester.schedule.Poisson;
import com.example.orderflow.loadtester.schedule.Schedule;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;

/** Puts orders through one contender after the other: the same ones but for their ids. */
final class ContenderRuns {
  private static final OrderMix ORDERS =
      new OrderMix(
          Map.of(
              Ending.SHIPPED, 92,
              Ending.REJECTED, 4,
              Ending.PAYMENT_FAILED, 3,
              Ending.CANCELLED, 1),
          1,
          40,
          0,
          0,
          1);

  private static final Scenario.Bounds NOTHING_FAILS = new Scenario.Bounds(Optional.empty(), 0, 0);

  private final Addresses addresses;
  private final Phase steady;
  private final Phase atOnce;
  private final HttpClient http = HttpClient.newHttpClient();
  private final LoadReport.Machine machine = MachineFacts.now(Version.current());

  /**
   * @param rate orders a second, for so many seconds
   * @param burst orders at once
   */
  ContenderRuns(Addresses addresses, double rate, int seconds, int burst) {
    this.addresses = addresses;
    this.steady = new Poisson(rate, Duration.ofSeconds(seconds), 1);
    this.atOnce = new Burst(burst, 1, Duration.ofSeconds(1));
  }

  /**
   * One contender in one round.
   *
   * @param orders at the steady rate, from when each was due to its end
   * @param cpuPerOrder in milliseconds, meanwhile
   * @param memory of all its processes, in MB, at most
   * @param shippedPerSecond of the orders at once, until the last of them had ended
   * @param effects what the sandbox's ledger has of it: charges, bookings, …
   */
  record Round(
      String name,
      Percentiles orders,
      double cpuPerOrder,
      double memory,
      double shippedPerSecond,
      Map<String, Integer> effects) {}

  Round round(Contender contender) throws InterruptedException, TimeoutException, IOException {
    String run = RunIds.next();
    LoadReport even = run(contender, steady, run + "-even");
    LoadReport rush = run(contender, atOnce, run + "-rush");
    return new Round(
        contender.name(),
        LoadReport.latency(even.orders(), even.answers()),
        1_000 * sum(even, LoadReport.ProcessUse::cpuSeconds) / even.requests().answered(),
        Math.max(
            sum(even, LoadReport.ProcessUse::peakMemoryMb),
            sum(rush, LoadReport.ProcessUse::peakMemoryMb)),
        effects(run + "-rush").getOrDefault("booking", 0)
            / (LoadReport.latency(rush.orders(), rush.answers()).max() / 1_000),
        effects(run));
  }

  /**
   * The same orders have the same effects, whoever works on them.
   *
   * @throws IllegalStateException when that is not so
   */
  static void demandSameEffects(List<Round> round) {
    Map<String, Map<String, Integer>> effects = new LinkedHashMap<>();
    round.forEach(one -> effects.put(one.name(), one.effects()));
    if (Set.copyOf(effects.values()).size() > 1) {
      throw new IllegalStateException("the ledger has other effects for others: " + effects);
    }
  }

  private LoadReport run(Contender contender, Phase load, String prefix)
      throws InterruptedException, TimeoutException {
    Scenario scenario =
        new Scenario(
            "baseline",
            "Beside one plain program.",
            contender.entrance(),
            new Schedule(List.of(load)),
            Duration.ZERO,
            ORDERS,
            Scenario.Limits.DEFAULT,
            NOTHING_FAILS,
            Optional.empty());
    RunResult result =
        new OpenRun(scenario, addresses, http, contender.probe(), prefix, OpenRunListener.none())
            .run(machine);
    if (!result.ok()) {
      throw new IllegalStateException(
          "%s: %s, %s, %s"
              .formatted(
                  contender.name(),
                  result.load().broken(),
                  result.load().requests().errors(),
                  result.balance().map(sheet -> sheet.problems().toString()).orElse("")));
    }
    return result.load();
  }

  private Map<String, Integer> effects(String prefix) throws IOException, InterruptedException {
    Map<String, Integer> effects = new TreeMap<>();
    new Ledger(http, addresses.sandbox().orElseThrow())
        .read(
            entry -> {
              if (entry.orderId().startsWith(prefix + "-")) {
                effects.merge(entry.kind(), 1, Integer::sum);
              }
            });
    return effects;
  }

  private static double sum(LoadReport report, ToDoubleFunction<LoadReport.ProcessUse> of) {
    return report.processes().stream().mapToDouble(of).sum();
  }
}
