package com.example.orderflow.loadtester.compare;

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
 * of them. With variants of the functions, each round goes through these too.
 *
 * <pre>
 * wirings A B      idle │ A B (warm up) │ A B │ A B │ … │ idle, functions still up
 *                                        round 1
 * variants 1 2     idle │ 1:A B (warm up) │ 1:0 A B  2:0 A B │ 1:0 A B  2:0 A B │ … │ idle
 *                                           0 begins without functions, through A
 * </pre>
 */
public final class WiringRounds {
  public static final Duration IDLE = Duration.ofSeconds(10);

  private final Scenario scenario;
  private final Contest contest;
  private final int rounds;
  private final Duration pause;
  private final KneeRun.Runner runner;
  private final Builds builds;
  private final IdleWatch idleWatch;
  private final Listener listener;
  private final Map<Contender, List<RunResult>> runs = new LinkedHashMap<>();
  private final Map<Contender, List<RunResult>> fromNothing = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  /** Hears how it goes. */
  public interface Listener {
    void ran(String round, Contender contender, RunResult result);
  }

  public WiringRounds(
      Scenario scenario,
      Contest contest,
      int rounds,
      Duration pause,
      KneeRun.Runner runner,
      Builds builds,
      IdleWatch idleWatch,
      Listener listener) {
    this.scenario = scenario;
    this.contest = contest;
    this.rounds = rounds;
    this.pause = pause;
    this.runner = runner;
    this.builds = builds;
    this.idleWatch = idleWatch;
    this.listener = listener;
  }

  public WiringReport run(LoadReport.Machine machine)
      throws InterruptedException, TimeoutException {
    Instant startedAt = Instant.now();
    WiringReport.Idle idle = idleWatch.watch();
    warmUp();
    for (int round = 1; round <= rounds; round++) {
      for (String form : contest.forms()) {
        round("round " + round, form);
      }
    }
    return new WiringReport(
        scenario.name(),
        scenario.description(),
        startedAt,
        machine,
        rounds,
        contest,
        idle,
        idleWatch.watch(),
        WiringReport.rows(Figure.ALL, runs, contest),
        fromNothing.isEmpty()
            ? List.of()
            : WiringReport.rows(Figure.FROM_NOTHING, fromNothing, contest),
        List.of(),
        problems);
  }

  /** The servers are the same for every variant, so one of them is enough. */
  private void warmUp() throws InterruptedException, TimeoutException {
    String first = contest.forms().getFirst();
    contest.use(first, builds);
    for (Contender contender : contest.of(first)) {
      run("warm-up", contender, scenario);
    }
  }

  private void round(String round, String form) throws InterruptedException, TimeoutException {
    List<Contender> contenders = contest.of(form);
    contest.use(form, builds);
    if (!contest.variants().isEmpty()) {
      Contender first = contenders.getFirst();
      keep(fromNothing, first, run(round + ", cold", first, scenario.withoutWarmUp()));
    }
    for (Contender contender : contenders) {
      keep(runs, contender, run(round, contender, scenario));
    }
  }

  private RunResult run(String round, Contender contender, Scenario load)
      throws InterruptedException, TimeoutException {
    RunResult result =
        runner.run(load.withTarget(new Entrance.Api(Optional.of(contender.wiring()))));
    listener.ran(round, contender, result);
    problem(round, contender, result).ifPresent(problems::add);
    Thread.sleep(pause);
    return result;
  }

  private static void keep(
      Map<Contender, List<RunResult>> runs, Contender contender, RunResult result) {
    runs.computeIfAbsent(contender, first -> new ArrayList<>()).add(result);
  }

  private static Optional<String> problem(String round, Contender contender, RunResult result) {
    return result
        .balance()
        .filter(sheet -> !sheet.ok())
        .map(sheet -> "%s, %s: %s".formatted(round, contender.name(), first(sheet)));
  }

  private static String first(BalanceSheet sheet) {
    return sheet.problems().isEmpty()
        ? "%,d orders in flight".formatted(sheet.inFlight())
        : sheet.problems().getFirst();
  }
}
