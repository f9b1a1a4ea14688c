package com.example.orderflow.loadtester.compare;

import com.example.orderflow.loadtester.knee.KneeRun;
import com.example.orderflow.loadtester.processes.Killer;
import com.example.orderflow.loadtester.report.RunResult;
import com.example.orderflow.loadtester.scenario.Scenario;
import com.example.orderflow.loadtester.sending.Entrance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The same load once more for each contender, with a function killed in the middle. */
public final class FaultRuns {
  /** The sweeper waits two minutes and comes every minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(200);

  private final Scenario scenario;
  private final String function;
  private final Killer killer;
  private final Builds builds;
  private final KneeRun.Runner runner;

  public FaultRuns(
      Scenario scenario, String function, Killer killer, Builds builds, KneeRun.Runner runner) {
    this.scenario = scenario.withStall(PATIENCE);
    this.function = function;
    this.killer = killer;
    this.builds = builds;
    this.runner = runner;
  }

  /** The report with what was seen. */
  public WiringReport addTo(WiringReport report, Consumer<Fault> listener)
      throws InterruptedException, TimeoutException {
    List<Fault> faults = new ArrayList<>();
    for (String form : report.contest().forms()) {
      report.contest().use(form, builds);
      for (Contender contender : report.contest().of(form)) {
        Fault fault = fault(contender, report.usualP99(contender));
        faults.add(fault);
        listener.accept(fault);
      }
    }
    return report.with(faults);
  }

  private Fault fault(Contender contender, double usualP99)
      throws InterruptedException, TimeoutException {
    Duration length = scenario.load().duration();
    Duration middle = length.dividedBy(2);
    CompletableFuture<Integer> killed =
        CompletableFuture.supplyAsync(
            () -> killer.kill(function),
            CompletableFuture.delayedExecutor(middle.toMillis(), TimeUnit.MILLISECONDS));
    RunResult run =
        runner.run(scenario.withTarget(new Entrance.Api(Optional.of(contender.wiring()))));
    Fault.Kill kill = new Fault.Kill(function, killed.join(), middle.toMillis() / 1e3);
    return Fault.of(contender, kill, length.toMillis() / 1e3, run, usualP99);
  }
}
