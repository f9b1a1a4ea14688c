package com.example.orderflow.cli;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.compare.Builds;
import com.example.orderflow.loadtester.compare.Contest;
import com.example.orderflow.loadtester.compare.Fault;
import com.example.orderflow.loadtester.compare.FaultRuns;
import com.example.orderflow.loadtester.compare.IdleWatch;
import com.example.orderflow.loadtester.compare.WiringReport;
import com.example.orderflow.loadtester.compare.WiringRounds;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.MachineFacts;
import com.example.orderflow.loadtester.scenario.Scenario;
import com.example.orderflow.loadtester.scenario.ScenarioFile;
import com.example.orderflow.localplatform.serving.Variant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the same load through several wirings in turn (A B C D A B C D …), so that whatever else the machine does meets all of them, and prints what they take: time, processor, bytes, events and memory, as ratios with their spread.",
      "With --variants the functions change too: each round runs them as every variant, which begins without any function.",
      "After that, what each process takes that has nothing to do, and what becomes of the orders of each wiring when a function is killed.",
      "The first wiring is what the others are compared with, and the first variant. One round more, before the others, only warms up."
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
      "  orderflow compare scenarios/compare.yaml --wirings chain,broker --rounds 10",
      "  orderflow compare scenarios/compare.yaml --wirings broker --variants jvm,aot,native",
      "  orderflow compare scenarios/compare.yaml --rounds 1 --kill ship-order"
    })
final class CompareCommand implements Callable<Integer> {
  private static final String NOTHING = "none";
  private static final List<String> KILLED =
      List.of(
          EventType.Source.VALIDATE_ORDER,
          EventType.Source.PROCESS_PAYMENT,
          EventType.Source.SHIP_ORDER,
          NOTHING);

  @Spec private CommandSpec spec;
  @Mixin private TargetOptions targets;
  @Mixin private LoadReports reports;

  @Parameters(
      paramLabel = "SCENARIO",
      converter = InputFile.class,
      description = "A file as in scenarios/; its target does not matter.")
  private Path file;

  @Option(
      names = "--wirings",
      split = ",",
      defaultValue = "chain,sequence,broker,argo",
      description = "Which, in this order (default: ${DEFAULT-VALUE}).")
  private List<Wiring> wirings;

  @Option(
      names = "--variants",
      split = ",",
      description =
          "How the functions are built: jvm, aot (with the startup cache), native; where they run on this machine (default: as they are).")
  private List<Variant> variants = List.of();

  @Option(
      names = "--rounds",
      converter = NumberInRange.Count.class,
      defaultValue = "5",
      description =
          "How often each wiring is measured; from 3 on the spread is known (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--pause",
      converter = NumberInRange.Seconds.class,
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = "Between two runs (default: ${DEFAULT-VALUE}).")
  private int pauseSeconds;

  @Option(
      names = "--kill",
      paramLabel = "FUNCTION",
      defaultValue = EventType.Source.PROCESS_PAYMENT,
      description =
          "After the rounds each wiring has one run more, in whose middle all processes of this function are killed; none leaves that out (default: ${DEFAULT-VALUE}).")
  private String kill;

  @Override
  public Integer call() throws Exception {
    Logs.off();
    Console console = Console.of(spec);
    if (!KILLED.contains(kill)) {
      throw new ParameterException(
          spec.commandLine(), "--kill: \"%s\" is none of %s".formatted(kill, KILLED));
    }
    if (!variants.isEmpty() && targets.isDeployed()) {
      throw new ParameterException(
          spec.commandLine(),
          "--variants: the functions of a deployed platform are what its images are; compare them on this machine, or deploy one after the other (docs/deploy.md), run orderflow load SCENARIO --report FILE.json on each, and compare the files by orderflow report");
    }
    Scenario scenario = ScenarioFile.read(file);
    LoadReport.Machine machine = MachineFacts.now(Version.current());
    try (Target target = targets.orStart(console);
        LoadRunner runner = new LoadRunner(target, machine, console)) {
      // One that is not built is said now, not after some rounds.
      variants.forEach(variant -> target.useFunctions(Optional.of(variant)));
      console.note("Idle for %d s", WiringRounds.IDLE.toSeconds());
      WiringRounds comparison =
          new WiringRounds(
              scenario,
              new Contest(wirings, variants.stream().map(Variant::id).toList()),
              rounds,
              Duration.ofSeconds(pauseSeconds),
              runner,
              builds(target),
              new IdleWatch(target.probe(), WiringRounds.IDLE),
              (round, contender, result) ->
                  console.note(
                      "  %-14s %-16s  p50 %,.0f ms, p99 %,.0f ms%s",
                      round,
                      contender.name(),
                      result.load().orders().p50(),
                      result.load().orders().p99(),
                      result.ok() ? "" : "  @|red not in balance|@"));
      try {
        return reports.print(
            withFaults(comparison.run(machine), scenario, target, runner, console), console);
      } finally {
        if (!variants.isEmpty()) {
          target.useFunctions(Optional.empty());
        }
      }
    }
  }

  private static Builds builds(Target target) {
    return id -> target.useFunctions(Variant.of(id));
  }

  private WiringReport withFaults(
      WiringReport report, Scenario scenario, Target target, LoadRunner runner, Console console)
      throws InterruptedException, TimeoutException {
    if (kill.equals(NOTHING)) {
      return report;
    }
    if (targets.isDeployed()) {
      console.note("Nothing is killed on a deployed platform.");
      return report;
    }
    return new FaultRuns(scenario, kill, target.killer(), builds(target), runner)
        .addTo(
            report,
            fault ->
                console.note(
                    "  %s killed  %-16s  %d orders open after %.0f s, longest %,.0f ms",
                    fault.killed(),
                    fault.contender().name(),
                    fault.openSoon(),
                    Fault.SOON,
                    fault.longest()));
  }
}
