package com.example.orderflow.loadtester;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.balance.Journey;
import com.example.orderflow.loadtester.firing.CpuOfThreads;
import com.example.orderflow.loadtester.firing.Firing;
import com.example.orderflow.loadtester.firing.Meters;
import com.example.orderflow.loadtester.firing.Shots;
import com.example.orderflow.loadtester.processes.Loopback;
import com.example.orderflow.loadtester.processes.PlatformProbe;
import com.example.orderflow.loadtester.processes.ProcessWatch;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.RunResult;
import com.example.orderflow.loadtester.scenario.Scenario;
import com.example.orderflow.loadtester.sending.Entrance;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * A load test in the open model: when a request leaves depends on the schedule alone, as customers
 * do not wait for each other.
 *
 * <pre>
 * schedule ─► Firing ─► target ─► … ─► topics ─► OrderWatch ─► balance sheet ─┐
 *               └─ every stretch: Meters, processes ──────────────────────────┴─► RunResult
 * </pre>
 */
public final class OpenRun {
  /** The plots have room for so many. */
  private static final int MOST_STRETCHES = 600;

  /** In seconds: a look costs some milliseconds for each process. */
  private static final double BETWEEN_LOOKS_AT_PROCESSES = 2;

  private static final Duration QUIET = Duration.ofMillis(500);

  /** Who pressed Ctrl-C waits for the sheet, but not for long. */
  private static final Duration HURRY = Duration.ofSeconds(10);

  private final Scenario scenario;
  private final Addresses addresses;
  private final OpenRunListener listener;
  private final OrderWatch watch;
  private final ProcessWatch processes;
  private final CpuOfThreads cpu = new CpuOfThreads();
  private final Series series;
  private final String prefix;
  private double lookedAtProcesses;
  private long bytesBefore;
  private volatile boolean stopped;
  private volatile Firing firing;

  /**
   * @param prefix of the order ids, which nobody else uses
   */
  public OpenRun(
      Scenario scenario,
      Addresses addresses,
      HttpClient client,
      PlatformProbe probe,
      String prefix,
      OpenRunListener listener) {
    this.scenario = scenario;
    this.addresses = addresses;
    this.listener = listener;
    this.prefix = prefix;
    this.series = new Series(stretch(scenario).toSeconds());
    this.processes = new ProcessWatch(probe);
    this.watch =
        new OrderWatch(
            addresses, client, Clock.systemUTC(), scenario.limits().stall(), QUIET, event -> {});
  }

  /**
   * @param machine as it was before anything was started for the run
   * @throws TimeoutException when the platform does not answer to begin with; nothing was sent then
   */
  public RunResult run(LoadReport.Machine machine) throws InterruptedException, TimeoutException {
    boolean followed = !(scenario.target() instanceof Entrance.Function);
    try (watch) {
      if (followed) {
        watch.begin();
      }
      processes.look(0);
      bytesBefore = Loopback.bytes();
      try (Firing shooting = fire(followed)) {
        firing = shooting;
        if (stopped) {
          shooting.stop();
        }
        try (Ticker ticker = new Ticker(stretch(scenario), this::endStretch)) {
          shooting.await();
          listener.fired();
          if (followed) {
            watch.awaitRest();
          }
          ticker.finish();
        }
        processes.look(seconds(shooting.elapsed()));
        Optional<BalanceSheet> balance = followed ? Optional.of(watch.balance()) : Optional.empty();
        return result(shooting, balance, machine);
      }
    }
  }

  /** Fires nothing more, and comes to an end soon; may be called from any thread. */
  public void stop() {
    stopped = true;
    watch.hurry(HURRY);
    if (firing != null) {
      firing.stop();
    }
  }

  private Firing fire(boolean followed) {
    Entrance target = scenario.target();
    Firing.Settings settings =
        new Firing.Settings(
            scenario.load(),
            target,
            scenario.limits().inFlight(),
            scenario.limits().timeout(),
            scenario.warmUp());
    return new Firing(
        settings,
        () -> target.address(addresses),
        new Shots(scenario.orders(), target.eventType(), prefix),
        followed ? new Bookkeeping(watch.tally(), target) : Bookkeeping.none());
  }

  private static Duration stretch(Scenario scenario) {
    long seconds = scenario.load().duration().toSeconds();
    return Duration.ofSeconds(Math.max(1, Math.ceilDiv(seconds, MOST_STRETCHES)));
  }

  private void endStretch() {
    Firing shooting = firing;
    Meters.Counts counts = shooting.meters().counts();
    double second = seconds(shooting.elapsed());
    LoadReport.Second stretch = series.add(second, counts, shooting.meters().recent());
    Set<Thread> threads = new HashSet<>(shooting.threads());
    threads.add(watch.thread());
    threads.add(Thread.currentThread());
    cpu.look(threads);
    if (second - lookedAtProcesses >= BETWEEN_LOOKS_AT_PROCESSES) {
      lookedAtProcesses = second;
      processes.look(second);
    }
    shooting.lookUp();
    long orders = watch.tally().sent();
    listener.stretch(
        stretch,
        new OpenRunListener.Totals(
            counts.started(),
            counts.failed(),
            counts.missed(),
            orders,
            orders - watch.tally().open()));
  }

  private RunResult result(
      Firing shooting, Optional<BalanceSheet> balance, LoadReport.Machine machine) {
    double seconds = seconds(shooting.elapsed());
    List<Journey> journeys = watch.tally().journeys();
    Summary summary = new Summary(scenario, shooting.startedAt(), seconds, stopped, machine);
    return new RunResult(
        balance,
        summary.report(
            shooting.meters(),
            journeys,
            new LoadReport.Tester(seconds(cpu.used()), seconds(cpu.used()) / seconds),
            new LoadReport.Traffic(Loopback.bytes() - bytesBefore, watch.tally().events()),
            series.with(journeys, shooting.startedAt()),
            processes));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
