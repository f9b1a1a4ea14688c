package com.example.orderflow.cli;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.compare.IdleWatch;
import com.example.orderflow.loadtester.compare.WiringReport;
import com.example.orderflow.loadtester.compare.WiringRounds;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.MachineFacts;
import com.example.orderflow.loadtester.scenario.Scenario;
import com.example.orderflow.loadtester.scenario.ScenarioFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the same load through several wirings in turn (A B C D A B C D …), so that whatever else the machine does meets all of them, and prints what they take: time, processor, bytes, events and memory, as ratios with their spread.",
      "The first wiring is what the others are compared with. One round more, before the others, only warms up."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every order of every run is accounted for",
      "1:the scenario could not be read or run",
      "2:wrong usage",
      "3:orders are unaccounted for, in flight, or ended other than expected"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow compare scenarios/compare.yaml --report compare.html",
      "  orderflow compare scenarios/compare.yaml --wirings chain,broker --rounds 10"
    })
final class CompareCommand implements Callable<Integer> {
  private static final Duration IDLE = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;
  @Mixin private TargetOptions targets;
  @Mixin private LoadReports reports;

  @Parameters(
      paramLabel = "SCENARIO",
      description = "A file as in scenarios/; its target does not matter.")
  private Path file;

  @Option(
      names = "--wirings",
      split = ",",
      defaultValue = "chain,sequence,broker,argo",
      description = "Which, in this order (default: ${DEFAULT-VALUE}).")
  private List<Wiring> wirings;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description =
          "How often each wiring is measured; from 3 on the spread is known (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--pause",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = "Between two runs (default: ${DEFAULT-VALUE}).")
  private int pauseSeconds;

  @Override
  public Integer call() throws Exception {
    Logs.off();
    Console console = Console.of(spec);
    Scenario scenario = ScenarioFile.read(file);
    LoadReport.Machine machine = MachineFacts.now(Version.current());
    try (Target target = targets.orStart(console);
        LoadRunner runner = new LoadRunner(target, machine, console)) {
      console.note("Idle for %d s", IDLE.toSeconds());
      WiringReport.Idle idle = new IdleWatch(target.probe()).watch(IDLE);
      WiringRounds comparison =
          new WiringRounds(
              scenario,
              wirings,
              rounds,
              Duration.ofSeconds(pauseSeconds),
              runner,
              (round, wiring, result) ->
                  console.note(
                      "  %-8s %-8s  p50 %,.0f ms, p99 %,.0f ms%s",
                      round == 0 ? "warm-up" : "round " + round,
                      wiring.id(),
                      result.load().orders().p50(),
                      result.load().orders().p99(),
                      result.ok() ? "" : "  @|red not in balance|@"));
      return reports.print(comparison.run(machine, idle), console);
    }
  }
}
