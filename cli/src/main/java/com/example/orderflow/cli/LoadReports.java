package com.example.orderflow.cli;

import com.example.orderflow.loadtester.report.Headline;
import com.example.orderflow.loadtester.report.HtmlPage;
import com.example.orderflow.loadtester.report.ReportJson;
import com.example.orderflow.loadtester.report.ReportText;
import com.example.orderflow.loadtester.report.RunResult;
import com.example.orderflow.loadtester.report.SeriesCsv;
import com.fasterxml.jackson.databind.JsonNode;
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
      paramLabel = "FILE",
      description = "Writes the report to FILE: a page when it ends in .html, JSON otherwise.")
  private Path file;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Writes the run over time to FILE, a line for each second.")
  private Path csv;

  int print(RunResult result, Console console) throws IOException {
    if (file != null) {
      write(result);
    }
    if (csv != null) {
      Files.writeString(csv, SeriesCsv.of(result.load()));
    }
    console.out().print(json ? ReportJson.text(ReportJson.of(result)) : ReportText.of(result));
    console.out().flush();
    return result.ok() ? 0 : NOT_GOOD;
  }

  private void write(RunResult result) throws IOException {
    JsonNode document = ReportJson.of(result);
    Files.writeString(
        file,
        file.toString().endsWith(".html")
            ? HtmlPage.of(result.load().scenario(), Headline.of(result), result.ok(), document)
            : ReportJson.text(document));
  }
}
