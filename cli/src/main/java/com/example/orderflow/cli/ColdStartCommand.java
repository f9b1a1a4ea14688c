package com.example.orderflow.cli;

import com.example.orderflow.loadtester.coldstart.Candidate;
import com.example.orderflow.loadtester.coldstart.ColdStarts;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.MachineFacts;
import com.example.orderflow.loadtester.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "cold-start",
    mixinStandardHelpOptions = true,
    description = {
      "Starts each function again and again from nothing, in each way that is built (JVM, JVM with a startup cache, native), and prints how long it takes to listen, to its first and to its second answer.",
      "The functions run alone: validate-order validates an order; the others refuse an event that is not theirs, so no database is in it. On Knative the pod's own start comes on top."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  orderflow cold-start", "  orderflow cold-start --starts 20 --report cold.json"})
final class ColdStartCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--starts",
      defaultValue = "5",
      description = "Of each function and variant (default: ${DEFAULT-VALUE}).")
  private int starts;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Writes the figures to FILE, as JSON.")
  private Path file;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Console console = Console.of(spec);
    LoadReport.Machine machine = MachineFacts.now(Version.current());
    Path logs = Files.createTempDirectory("cold-start");
    List<Candidate> candidates = FunctionPrograms.in(DataOption.home(), logs);
    ColdStarts measured =
        ColdStarts.measure(
            candidates,
            starts,
            machine,
            (round, candidate, launch) ->
                console.note(
                    "  %d/%d  %-16s %-18s %,6.0f ms",
                    round,
                    starts,
                    candidate.function(),
                    candidate.variant(),
                    launch.firstAnswer()));
    print(measured, console);
    if (file != null) {
      Files.writeString(file, ReportJson.text(ReportJson.of("coldStart", measured)));
    }
    return 0;
  }

  private static void print(ColdStarts measured, Console console) {
    console.say("Milliseconds, p50 and p95 of %d starts", measured.starts());
    console.say(
        "%-16s %-18s%18s%18s%18s%10s", "", "", "listens", "first answer", "second answer", "MB");
    for (ColdStarts.Row row : measured.rows()) {
      console.say(
          "%-16s %-18s%18s%18s%18s%10.0f",
          row.function(),
          row.variant(),
          cell(row.listening()),
          cell(row.firstAnswer()),
          cell(row.secondAnswer()),
          row.memoryMb());
    }
  }

  private static String cell(ColdStarts.Times times) {
    return String.format(Locale.ROOT, "%,.0f  %,.0f", times.p50(), times.p95());
  }
}
