package com.example.orderflow.cli;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.balance.BalanceText;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Prints a balance sheet, writes it where it is wanted, and gives the exit code. */
final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Orders are unaccounted for, charged twice, or ended other than expected. */
  private static final int NOT_IN_BALANCE = 3;

  @Option(names = "--json", description = "Prints the balance sheet as JSON.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Writes the balance sheet to FILE, as JSON.")
  private Path file;

  int print(BalanceSheet sheet, Console console) throws IOException {
    String document = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sheet);
    if (file != null) {
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), sheet);
    }
    console.out().print(json ? document + "\n" : BalanceText.of(sheet));
    console.out().flush();
    return sheet.ok() ? 0 : NOT_IN_BALANCE;
  }
}
