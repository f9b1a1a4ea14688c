package com.example.orderflow.cli;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.knee.Knee;
import com.example.orderflow.loadtester.knee.KneeReport;
import com.example.orderflow.loadtester.knee.KneeRun;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.MachineFacts;
import com.example.orderflow.loadtester.scenario.Scenario;
import com.example.orderflow.loadtester.scenario.ScenarioFile;
import com.example.orderflow.loadtester.sending.Entrance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a load test in the open model: when a request leaves depends on the schedule alone, and its time counts from when it was due. Follows every order to its end and prints the balance sheet.",
      "A scenario with a knee is run again and again, at rising rates, until the highest one is found that keeps its bounds.",
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
      "  orderflow load scenarios/steady.yaml --report steady.json --csv steady.csv",
      "  orderflow load scenarios/find-the-knee.yaml --wiring chain"
    })
final class LoadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TargetOptions targets;
  @Mixin private LoadReports reports;

  @Parameters(
      paramLabel = "SCENARIO",
      converter = InputFile.class,
      description = "A file as in scenarios/.")
  private Path file;

  @Option(
      names = "--wiring",
      description =
          "Sends the orders through this wiring of the order API, whatever the scenario's target: broker, sequence, argo or chain.")
  private Wiring wiring;

  @Override
  public Integer call() throws Exception {
    Logs.off();
    Console console = Console.of(spec);
    Scenario scenario = scenario();
    LoadReport.Machine machine = MachineFacts.now(Version.current());
    try (Target target = targets.orStart(console);
        LoadRunner runner = new LoadRunner(target, machine, console)) {
      return scenario.knee().isPresent()
          ? findKnee(scenario, runner, machine, console)
          : reports.print(runner.run(scenario), console);
    }
  }

  private Scenario scenario() throws IOException {
    Scenario read = ScenarioFile.read(file);
    return wiring == null ? read : read.withTarget(new Entrance.Api(Optional.of(wiring)));
  }

  private int findKnee(
      Scenario scenario, LoadRunner runner, LoadReport.Machine machine, Console console)
      throws Exception {
    Instant startedAt = Instant.now();
    console.note("Warming up, then looking for the knee");
    Knee knee =
        new KneeRun(
                scenario,
                runner,
                attempt ->
                    console.note(
                        "  %8.1f/s  p99 %,.0f ms  %s",
                        attempt.rate(),
                        attempt.p99(),
                        attempt.holds()
                            ? "@|green holds|@"
                            : "@|red breaks:|@ " + String.join("; ", attempt.broken())))
            .find();
    return reports.print(
        new KneeReport(
            scenario.name(),
            scenario.description(),
            scenario.target().label(),
            startedAt,
            scenario.load().duration().toSeconds(),
            machine,
            knee),
        console);
  }
}
