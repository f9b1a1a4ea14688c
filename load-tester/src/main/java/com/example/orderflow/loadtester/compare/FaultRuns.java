package com.example.orderflow.loadtester.compare;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.knee.KneeRun;
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

/** The same load once more through each wiring, with a function killed in the middle. */
public final class FaultRuns {
  /** The sweeper waits two minutes and comes every minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(200);

  private final Scenario scenario;
  private final String function;
  private final Killer killer;
  private final KneeRun.Runner runner;

  /** Ends processes as a machine that fails does: without a word. */
  public interface Killer {
    /** How many processes of the function were there. */
    int kill(String function);
  }

  public FaultRuns(Scenario scenario, String function, Killer killer, KneeRun.Runner runner) {
    this.scenario = scenario.withStall(PATIENCE);
    this.function = function;
    this.killer = killer;
    this.runner = runner;
  }

  /** The report with what was seen. */
  public WiringReport addTo(WiringReport report, Consumer<Fault> listener)
      throws InterruptedException, TimeoutException {
    List<Fault> faults = new ArrayList<>();
    for (Wiring wiring : report.wirings()) {
      Fault fault = fault(wiring, report.usualP99(wiring));
      faults.add(fault);
      listener.accept(fault);
    }
    return report.with(faults);
  }

  private Fault fault(Wiring wiring, double usualP99)
      throws InterruptedException, TimeoutException {
    Duration length = scenario.load().duration();
    Duration middle = length.dividedBy(2);
    CompletableFuture<Integer> killed =
        CompletableFuture.supplyAsync(
            () -> killer.kill(function),
            CompletableFuture.delayedExecutor(middle.toMillis(), TimeUnit.MILLISECONDS));
    RunResult run = runner.run(scenario.withTarget(new Entrance.Api(Optional.of(wiring))));
    Fault.Kill kill = new Fault.Kill(function, killed.join(), middle.toMillis() / 1e3);
    return Fault.of(wiring, kill, length.toMillis() / 1e3, run, usualP99);
  }
}
