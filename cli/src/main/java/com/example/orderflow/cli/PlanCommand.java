package com.example.orderflow.cli;

import com.example.orderflow.loadtester.plan.Advice;
import com.example.orderflow.loadtester.plan.Cost;
import com.example.orderflow.loadtester.plan.PlanReport;
import com.example.orderflow.loadtester.plan.ServiceTimes;
import com.example.orderflow.loadtester.report.ReportDocument;
import com.example.orderflow.loadtester.report.ReportJson;
import com.example.orderflow.loadtester.scenario.Scenario;
import com.example.orderflow.loadtester.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Simulates Knative's autoscaler on the load of a scenario, for several settings of a function, and names the cheapest that is fast enough.",
      "Nothing is sent: a day takes seconds. The arrival curve may be the time stamps of a CSV file (a replay)."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:some setting is fast enough",
      "1:the scenario could not be read",
      "2:wrong usage",
      "3:none is"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow plan scenarios/day.yaml --service-time 12 --cold-start 1500",
      "  orderflow plan scenarios/day.yaml --service-time 12 --cold-start 1500 --report plan.html",
      "  orderflow plan scenarios/day.yaml --measured function.json --cold-start 60 --p99 300"
    })
final class PlanCommand implements Callable<Integer> {
  private static final double MILLIS = 1_000;
  private static final int SHOWN = 12;
  private static final int NONE_IS_FAST_ENOUGH = 3;

  @Spec private CommandSpec spec;
  @Mixin private Prices prices;

  @Parameters(
      paramLabel = "SCENARIO",
      converter = InputFile.class,
      description = "Its load is the arrival curve; the rest does not matter.")
  private Path file;

  @ArgGroup(multiplicity = "1")
  private Times times;

  @Option(
      names = "--cold-start",
      converter = NumberInRange.Quantity.class,
      paramLabel = "MS",
      required = true,
      description = "From the decision to start a pod until it takes requests.")
  private double coldStart;

  @Option(
      names = "--most-concurrency",
      converter = NumberInRange.Count.class,
      defaultValue = "40",
      description = "Requests at once that the function bears (default: ${DEFAULT-VALUE}).")
  private int mostConcurrency;

  @Option(
      names = "--p99",
      converter = NumberInRange.Quantity.class,
      paramLabel = "MS",
      defaultValue = "1000",
      description = "What is fast enough (default: ${DEFAULT-VALUE}).")
  private double p99;

  @Option(
      names = "--report",
      converter = OutputFile.class,
      paramLabel = "FILE",
      description =
          "Writes all settings, and the pods of the best over time, to FILE: a page when it ends in .html, JSON otherwise.")
  private Path report;

  /** How long a pod works on a request: exactly one of these. */
  static final class Times {
    @Option(
        names = "--service-time",
        converter = NumberInRange.Quantity.class,
        paramLabel = "MS",
        description = "The same for each request.")
    private Double fixed;

    @Option(
        names = "--measured",
        converter = InputFile.class,
        paramLabel = "FILE",
        description = "As in this report of a load test of one function, written as JSON.")
    private Path measured;

    private ServiceTimes read() throws IOException {
      return measured == null
          ? ServiceTimes.always(fixed / MILLIS)
          : ServiceTimes.measured(ReportJson.read(measured).load().answers());
    }
  }

  /** What a pod reserves and costs. */
  static final class Prices {
    @Option(
        names = "--cpu",
        converter = NumberInRange.Quantity.class,
        defaultValue = "0.25",
        description = "Processors a pod reserves (default: ${DEFAULT-VALUE}).")
    private double cpu;

    @Option(
        names = "--memory",
        converter = NumberInRange.Quantity.class,
        paramLabel = "GB",
        defaultValue = "0.25",
        description = "Memory a pod reserves (default: ${DEFAULT-VALUE}).")
    private double memory;

    @Option(
        names = "--price-cpu",
        converter = NumberInRange.Quantity.class,
        defaultValue = "0.04",
        description = "Of a processor for an hour (default: ${DEFAULT-VALUE}).")
    private double perCpuHour;

    @Option(
        names = "--price-memory",
        converter = NumberInRange.Quantity.class,
        defaultValue = "0.005",
        description = "Of a GB for an hour (default: ${DEFAULT-VALUE}).")
    private double perGbHour;

    private Cost cost() {
      return new Cost(cpu, memory, perCpuHour, perGbHour);
    }
  }

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec);
    Scenario scenario = ScenarioFile.read(file);
    Advice.Program program = new Advice.Program(times.read(), coldStart / MILLIS);
    List<Advice.Option> options =
        new Advice(scenario.load(), prices.cost()).options(program, mostConcurrency, p99);
    console.say(
        "%,.0f requests in %,.1f h. The cheapest first; what is slower than %,.0f ms last.",
        scenario.load().requests(), scenario.load().duration().toSeconds() / 3600.0, p99);
    console.say(
        "%12s%10s%12s%12s%12s%14s%10s%12s%10s",
        "concurrency",
        "min-scale",
        "down-delay",
        "p50 ms",
        "p99 ms",
        "cold starts/h",
        "most",
        "pod hours",
        "cost");
    options.stream().limit(SHOWN).forEach(option -> console.say("%s", line(option)));
    if (report != null) {
      write(PlanReport.of(scenario, program, options, prices.cost(), p99));
    }
    return Advice.best(options).map(best -> advise(best, console)).orElse(NONE_IS_FAST_ENOUGH);
  }

  private void write(PlanReport planned) throws IOException {
    ReportDocument.of("plan", planned.scenario(), planned.headline(), planned.isAnyFast(), planned)
        .write(report);
  }

  private static int advise(Advice.Option best, Console console) {
    console.say(
        "@|bold Advice:|@ containerConcurrency: %d, autoscaling.knative.dev/min-scale: \"%d\", autoscaling.knative.dev/scale-down-delay: \"%.0fs\"",
        best.containerConcurrency(), best.settings().minScale(), best.settings().scaleDownDelay());
    return 0;
  }

  private static String line(Advice.Option option) {
    return String.format(
        Locale.ROOT,
        "%12d%10d%11.0fs%,12.1f%,12.1f%14.1f%10d%12.2f%10.4f%s",
        option.containerConcurrency(),
        option.settings().minScale(),
        option.settings().scaleDownDelay(),
        option.plan().p50(),
        option.plan().p99(),
        option.plan().coldStartsPerHour(),
        option.plan().mostPods(),
        option.plan().podHours(),
        option.cost(),
        option.fast() ? "" : "  too slow");
  }
}
