package com.example.orderflow.cli;

import com.example.orderflow.loadtester.coldstart.ColdStarts;
import com.example.orderflow.loadtester.coldstart.Remedy;
import com.example.orderflow.loadtester.report.LoadReport;
import com.example.orderflow.loadtester.report.MachineFacts;
import com.example.orderflow.loadtester.report.ReportDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      "Starts each function again and again from nothing, in each way that is built (JVM, JVM with a startup cache, native), and prints where the time until its first answer goes, and what it takes when it is warm. After that, what is usually done about it, with its price.",
      "The functions run alone: validate-order validates an order; the others refuse an event that is not theirs, so no database is in it. On Knative the pod's own start comes on top."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  orderflow cold-start", "  orderflow cold-start --starts 20 --report cold.html"})
final class ColdStartCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--starts",
      converter = NumberInRange.Count.class,
      defaultValue = "5",
      description = "Of each function and variant (default: ${DEFAULT-VALUE}).")
  private int starts;

  @Option(
      names = "--report",
      converter = OutputFile.class,
      paramLabel = "FILE",
      description = "Writes the figures to FILE: a page when it ends in .html, JSON otherwise.")
  private Path file;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Console console = Console.of(spec);
    LoadReport.Machine machine = MachineFacts.now(Version.current());
    Path logs = Files.createTempDirectory("cold-start");
    FunctionPrograms programs = FunctionPrograms.in(DataOption.home(), logs);
    ColdStarts measured =
        ColdStarts.measure(
            programs.found(),
            programs.missing(),
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
      ReportDocument.of("coldStart", "cold start", measured.headline(), true, measured).write(file);
    }
    return 0;
  }

  private static void print(ColdStarts measured, Console console) {
    console.say("Milliseconds, p50 and p95 of %d starts", measured.starts());
    console.say(
        "%-16s %-18s%16s%16s%14s%16s%16s%16s",
        "",
        "",
        "process",
        "framework",
        "connection",
        "first request",
        "first answer",
        "second answer");
    for (ColdStarts.Row row : measured.rows()) {
      console.say(
          "%-16s %-18s%16s%16s%14s%16s%16s%16s",
          row.function(),
          row.variant(),
          cell(row.process()),
          cell(row.framework()),
          cell(row.connection()),
          cell(row.firstRequest()),
          cell(row.firstAnswer()),
          cell(row.secondAnswer()));
    }
    console.say(
        "%n%-35s%16s%16s%16s%16s%16s",
        "Warm, eight at a time",
        "MB at first",
        "MB then",
        "answers/s",
        "CPU ms each",
        "MB on disk");
    for (ColdStarts.Row row : measured.rows()) {
      console.say(
          "%-16s %-18s%16.0f%16.0f%16.0f%16.2f%16.0f",
          row.function(),
          row.variant(),
          row.memoryMb(),
          row.load().memoryMb(),
          row.load().perSecond(),
          row.load().cpuMillis(),
          row.diskMb());
    }
    console.say("%nRemedies, first answer p50 in ms, and their price");
    for (Remedy remedy : measured.remedies()) {
      console.say(
          "%-16s %-42s%,8.1f  %s",
          remedy.function(), remedy.name(), remedy.firstAnswer(), remedy.price());
    }
    measured.missing().forEach(missing -> console.say("not measured: %s", missing));
  }

  private static String cell(ColdStarts.Times times) {
    return String.format(
        Locale.ROOT, times.p95() < 10 ? "%,.1f  %,.1f" : "%,.0f  %,.0f", times.p50(), times.p95());
  }
}
