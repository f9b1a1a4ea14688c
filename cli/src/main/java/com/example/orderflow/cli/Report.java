package com.example.orderflow.cli;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.balance.BalanceText;
import com.example.orderflow.loadtester.balance.Comparison;
import com.example.orderflow.loadtester.balance.ComparisonText;
import com.example.orderflow.loadtester.drill.DrillReport;
import com.example.orderflow.loadtester.drill.DrillText;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Prints one balance sheet or several, writes them where wanted, and gives the exit code. */
final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Orders are unaccounted for, charged twice, or ended other than expected. */
  private static final int NOT_IN_BALANCE = 3;

  @Option(names = "--json", description = "Prints the balance sheet as JSON.")
  private boolean json;

  @Option(
      names = "--report",
      converter = OutputFile.class,
      paramLabel = "FILE",
      description = "Writes the balance sheet to FILE, as JSON.")
  private Path file;

  int print(BalanceSheet sheet, Console console) throws IOException {
    return print(sheet, BalanceText.of(sheet), sheet.ok(), console);
  }

  int print(Comparison comparison, Console console) throws IOException {
    return print(comparison, ComparisonText.of(comparison), comparison.ok(), console);
  }

  int print(DrillReport report, Console console) throws IOException {
    return print(report, DrillText.of(report), report.ok(), console);
  }

  private int print(Object document, String text, boolean ok, Console console) throws IOException {
    if (file != null) {
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), document);
    }
    console
        .out()
        .print(
            json
                ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n"
                : text);
    console.out().flush();
    return ok ? 0 : NOT_IN_BALANCE;
  }
}
