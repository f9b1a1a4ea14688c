package com.example.orderflow.cli;

import com.example.orderflow.localplatform.PlatformAddresses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The run of which every JVM remembers what it did, to start faster and to compile sooner what an
 * order needs.
 *
 * <pre>
 *   up ─► demo: each sample through each wiring ─► send --csv: enough orders to be compiled for ─► stop
 * </pre>
 */
@Command(
    name = "train",
    hidden = true,
    mixinStandardHelpOptions = true,
    description =
        "What runs once after a build, and for images, so that each program starts faster from then on.",
    footerHeading = "%nExamples:%n",
    footer = "  orderflow train")
final class TrainCommand implements Callable<Integer> {
  /** In the data folder, and emptied first, as the state of a platform must not be. */
  private static final String FOLDER = "training";

  /** With 29 samples alone the first 2,000 orders of a platform cost an eighth more CPU time. */
  private static final int ORDERS = 1_000;

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Override
  public Integer call() throws Exception {
    Console console = Console.of(spec);
    Path folder = data.folder().resolve(FOLDER);
    DataRemoval.remove(folder, console);
    try (PlatformSession session = PlatformSession.training(folder, console)) {
      PlatformAddresses platform = session.addresses().orElseThrow();
      Path orders = Files.writeString(folder.resolve("orders.csv"), orders());
      int demo =
          Orderflow.commandLine()
              .execute(
                  "demo",
                  "--api=" + platform.services().get("orchestration"),
                  "--sandbox=" + platform.services().get("sandbox"));
      int send = Orderflow.commandLine().execute("send", "--csv=" + orders, "--data=" + folder);
      return Math.max(demo, send);
    }
  }

  /** In the layout of the Online Retail data set, five lines each. */
  private static String orders() {
    return IntStream.range(0, 5 * ORDERS)
        .mapToObj(
            line ->
                "%d,T%04d,TRAINING %d,%d,2026-01-01 08:00:00,1.25,17850.0,United Kingdom"
                    .formatted(700_000 + line / 5, line % 900, line, 1 + line % 12))
        .collect(
            Collectors.joining(
                "\n",
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n",
                "\n"));
  }
}
