package com.example.orderflow.cli;

import com.example.orderflow.loadtester.reading.JsonOrderFile;
import com.example.orderflow.loadtester.reading.OrderFile;
import com.example.orderflow.loadtester.reading.RetailFile;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where {@code send} gets its orders from: exactly one of these. */
final class OrderSource {
  @Parameters(
      paramLabel = "FILE",
      description = {
        "An order, an array of orders, JSON lines, a CloudEvent or a sample; a folder of such files; or - for standard input."
      })
  private String file;

  @Option(
      names = "--csv",
      converter = InputFile.class,
      paramLabel = "FILE",
      description =
          "Orders in the CSV layout of the Online Retail data set: one invoice, one order.")
  private Path csv;

  OrderFile read(String paymentToken) throws IOException {
    if (csv != null) {
      return RetailFile.read(csv, paymentToken);
    }
    return file.equals("-") ? JsonOrderFile.read(System.in) : JsonOrderFile.read(Path.of(file));
  }
}
