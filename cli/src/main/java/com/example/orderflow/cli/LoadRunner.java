package com.example.orderflow.cli;

import com.example.orderflow.loadtester.OpenRun;
import com.example.orderflow.loadtester.knee.KneeRun;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.RunResult;
import com.example.orderflow.loadtester.scenario.Scenario;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs load tests on the platform, and shows how they go.
 *
 * <pre>
 * Ctrl-C ─► the run fires nothing more ─► its report is printed ─► the platform is stopped
 * </pre>
 */
final class LoadRunner implements KneeRun.Runner, AutoCloseable {
  /** Orders under way get some seconds, and the ledger is read. */
  private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(30);

  private final Target target;
  private final Console console;
  private final LoadReport.Machine machine;
  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch printed = new CountDownLatch(1);
  private volatile boolean interrupted;
  private volatile OpenRun current;

  /**
   * @param machine as it was before anything was started
   */
  LoadRunner(Target target, LoadReport.Machine machine, Console console) {
    this.target = target;
    this.machine = machine;
    this.console = console;
    target.onInterrupt(this::interrupt);
  }

  @Override
  public RunResult run(Scenario scenario) throws InterruptedException, TimeoutException {
    if (interrupted) {
      throw new CancellationException("ended by Ctrl-C");
    }
    LiveView view = new LiveView(console.err(), System.console() != null);
    OpenRun run =
        new OpenRun(scenario, target.addresses(), http, target.probe(), RunIds.next(), view);
    current = run;
    try {
      return run.run(machine);
    } finally {
      view.end();
    }
  }

  /** All is printed: whoever waits for it after Ctrl-C need not wait any more. */
  @Override
  public void close() {
    printed.countDown();
    http.close();
  }

  private void interrupt() {
    if (printed.getCount() == 0) {
      return;
    }
    interrupted = true;
    console.note("%nEnding early; what is under way is followed for some seconds more …");
    if (current != null) {
      current.stop();
    }
    try {
      printed.await(AFTER_INTERRUPT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
