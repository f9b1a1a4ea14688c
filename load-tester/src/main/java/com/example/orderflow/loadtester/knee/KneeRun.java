package com.example.orderflow.loadtester.knee;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.knee.Knee.Attempt;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.Percentiles;
import com.example.orderflow.loadtester.report.RunResult;
import com.example.orderflow.loadtester.scenario.Scenario;
import com.example.orderflow.loadtester.schedule.Constant;
import com.example.orderflow.loadtester.schedule.Phase;
import com.example.orderflow.loadtester.schedule.Poisson;
import com.example.orderflow.loadtester.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Looks for the knee with load tests, one for each attempt, after one that only warms up. */
public final class KneeRun {
  private final Scenario scenario;
  private final Runner runner;
  private final Consumer<Attempt> listener;

  /** Runs a load test. */
  public interface Runner {
    RunResult run(Scenario scenario) throws InterruptedException, TimeoutException;
  }

  public KneeRun(Scenario scenario, Runner runner, Consumer<Attempt> listener) {
    this.scenario = scenario;
    this.runner = runner;
    this.listener = listener;
  }

  public Knee find() throws InterruptedException, TimeoutException {
    Scenario.KneeSearch search = scenario.knee().orElseThrow();
    runner.run(at(search.from()));
    return new KneeFinder(search, this::attempt).find();
  }

  private Attempt attempt(double rate) throws InterruptedException, TimeoutException {
    Thread.sleep(scenario.knee().orElseThrow().pause());
    RunResult result = runner.run(at(rate));
    Percentiles latency = LoadReport.latency(result.load().orders(), result.load().answers());
    Attempt attempt = new Attempt(rate, latency.p50(), latency.p99(), broken(result));
    listener.accept(attempt);
    return attempt;
  }

  private Scenario at(double rate) {
    Phase phase =
        switch (scenario.load().phases().getFirst()) {
          case Poisson poisson -> new Poisson(rate, poisson.duration(), poisson.seed());
          case Phase other -> new Constant(rate, other.duration());
        };
    return scenario.withLoad(new Schedule(List.of(phase)));
  }

  /** A balance that does not come out breaks a rate like a bound: orders are left behind. */
  private static List<String> broken(RunResult result) {
    List<String> broken = new ArrayList<>(result.load().broken());
    result.balance().filter(sheet -> !sheet.ok()).map(KneeRun::words).ifPresent(broken::add);
    return broken;
  }

  private static String words(BalanceSheet sheet) {
    return "balance: %,d in flight, %,d unaccounted for, %,d problems"
        .formatted(sheet.inFlight(), sheet.unaccounted(), sheet.problemCount());
  }
}
