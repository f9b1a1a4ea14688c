package com.example.orderflow.cli;

import com.example.orderflow.loadtester.compare.WiringReport;
import com.example.orderflow.loadtester.compare.WiringText;
import com.example.orderflow.loadtester.knee.KneeReport;
import com.example.orderflow.loadtester.report.ReportDocument;
import com.example.orderflow.loadtester.report.ReportJson;
import com.example.orderflow.loadtester.report.ReportText;
import com.example.orderflow.loadtester.report.RunResult;
import com.example.orderflow.loadtester.report.SeriesCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Prints a load test, writes it where wanted, and gives the exit code. */
final class LoadReports {
  /** Orders are unaccounted for, or a bound is not kept. */
  private static final int NOT_GOOD = 3;

  @Option(names = "--json", description = "Prints the report as JSON.")
  private boolean json;

  @Option(
      names = "--report",
      converter = OutputFile.class,
      paramLabel = "FILE",
      description = "Writes the report to FILE: a page when it ends in .html, JSON otherwise.")
  private Path file;

  @Option(
      names = "--csv",
      converter = OutputFile.class,
      paramLabel = "FILE",
      description = "Writes a single run over time to FILE, a line for each second.")
  private Path csv;

  int print(RunResult result, Console console) throws IOException {
    if (csv != null) {
      Files.writeString(csv, SeriesCsv.of(result.load()));
    }
    return print(ReportDocument.of(result), ReportText.of(result), console);
  }

  int print(KneeReport report, Console console) throws IOException {
    return print(
        ReportDocument.of(
            "knee", report.scenario(), report.headline(), report.knee().rate() > 0, report),
        report.headline() + "\n",
        console);
  }

  int print(WiringReport report, Console console) throws IOException {
    return print(
        ReportDocument.of(
            "compare", report.scenario(), report.headline(), report.problems().isEmpty(), report),
        WiringText.of(report),
        console);
  }

  private int print(ReportDocument document, String text, Console console) throws IOException {
    if (file != null) {
      document.write(file);
    }
    console.out().print(json ? ReportJson.text(document.json()) : text);
    console.out().flush();
    return document.good() ? 0 : NOT_GOOD;
  }
}
