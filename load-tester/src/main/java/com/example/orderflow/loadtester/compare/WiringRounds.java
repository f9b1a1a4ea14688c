package com.example.orderflow.loadtester.compare;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.knee.KneeRun;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.RunResult;
import com.example.orderflow.loadtester.scenario.Scenario;
import com.example.orderflow.loadtester.sending.Entrance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * The same load through several wirings, in turn, so that whatever else the machine does meets all
 * of them.
 *
 * <pre>
 * idle │ A B C D (warm up) │ A B C D │ A B C D │ … │ idle, functions still up
 *                            round 1   round 2
 * </pre>
 */
public final class WiringRounds {
  public static final Duration IDLE = Duration.ofSeconds(10);

  private final Scenario scenario;
  private final List<Wiring> wirings;
  private final int rounds;
  private final Duration pause;
  private final KneeRun.Runner runner;
  private final IdleWatch idleWatch;
  private final Listener listener;

  /** Hears how it goes. */
  public interface Listener {
    /**
     * @param round 0 is the one that only warms up
     */
    void ran(int round, Wiring wiring, RunResult result);
  }

  /**
   * @param wirings the first one is the baseline
   */
  public WiringRounds(
      Scenario scenario,
      List<Wiring> wirings,
      int rounds,
      Duration pause,
      KneeRun.Runner runner,
      IdleWatch idleWatch,
      Listener listener) {
    this.scenario = scenario;
    this.wirings = List.copyOf(wirings);
    this.rounds = rounds;
    this.pause = pause;
    this.runner = runner;
    this.idleWatch = idleWatch;
    this.listener = listener;
  }

  public WiringReport run(LoadReport.Machine machine)
      throws InterruptedException, TimeoutException {
    Instant startedAt = Instant.now();
    WiringReport.Idle idle = idleWatch.watch(IDLE);
    Map<Wiring, List<RunResult>> runs = new LinkedHashMap<>();
    wirings.forEach(wiring -> runs.put(wiring, new ArrayList<>()));
    List<String> problems = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      for (Wiring wiring : wirings) {
        RunResult result = runner.run(scenario.withTarget(new Entrance.Api(Optional.of(wiring))));
        listener.ran(round, wiring, result);
        if (round > 0) {
          runs.get(wiring).add(result);
        }
        problem(round, wiring, result).ifPresent(problems::add);
        Thread.sleep(pause);
      }
    }
    return new WiringReport(
        scenario.name(),
        scenario.description(),
        startedAt,
        machine,
        rounds,
        wirings.getFirst(),
        wirings,
        idle,
        idleWatch.watch(IDLE),
        WiringReport.rows(runs, wirings.getFirst()),
        List.of(),
        problems);
  }

  private static Optional<String> problem(int round, Wiring wiring, RunResult result) {
    return result
        .balance()
        .filter(sheet -> !sheet.ok())
        .map(sheet -> "round %d, %s: %s".formatted(round, wiring.id(), first(sheet)));
  }

  private static String first(BalanceSheet sheet) {
    return sheet.problems().isEmpty()
        ? "%,d orders in flight".formatted(sheet.inFlight())
        : sheet.problems().getFirst();
  }
}
