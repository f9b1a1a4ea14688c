package com.example.orderflow.cli;

import com.example.orderflow.loadtester.OpenRun;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.MachineFacts;
import com.example.orderflow.loadtester.report.RunResult;
import com.example.orderflow.loadtester.scenario.Scenario;
import com.example.orderflow.loadtester.scenario.ScenarioFile;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a load test in the open model: when a request leaves depends on the schedule alone, and its time counts from when it was due. Follows every order to its end and prints the balance sheet.",
      "Uses the running platform, or starts one for the run and stops it afterwards. Ctrl-C ends the test early, with its report."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every order is accounted for, and the scenario's bounds are kept",
      "1:the scenario could not be read or run",
      "2:wrong usage",
      "3:orders are unaccounted for, in flight, or ended other than expected; or a bound is not kept"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow load scenarios/smoke.yaml",
      "  orderflow load scenarios/steady.yaml --report steady.html",
      "  orderflow load scenarios/steady.yaml --report steady.json --csv steady.csv"
    })
final class LoadCommand implements Callable<Integer> {
  /** Orders under way get some seconds, and the ledger is read. */
  private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(30);

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private LoadReports reports;

  @Parameters(paramLabel = "SCENARIO", description = "A file as in scenarios/.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    Logs.off();
    Console console = Console.of(spec);
    Scenario scenario = ScenarioFile.read(file);
    LoadReport.Machine machine = MachineFacts.now(Version.current());
    try (PlatformSession session = PlatformSession.open(data.folder(), console);
        HttpClient http = HttpClient.newHttpClient()) {
      LiveView view = new LiveView(console.err(), System.console() != null);
      OpenRun run =
          new OpenRun(
              scenario,
              new SessionAddresses(session::addresses),
              http,
              new StatusProbe(session::addresses),
              RunIds.next(),
              view);
      CountDownLatch printed = new CountDownLatch(1);
      session.onInterrupt(() -> end(run, printed, console));
      RunResult result = run.run(machine);
      view.end();
      int exitCode = reports.print(result, console);
      printed.countDown();
      return exitCode;
    }
  }

  private static void end(OpenRun run, CountDownLatch printed, Console console) {
    console.note("%nEnding early; what is under way is followed for some seconds more …");
    run.stop();
    try {
      printed.await(AFTER_INTERRUPT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
