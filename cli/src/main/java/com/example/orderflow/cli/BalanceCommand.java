package com.example.orderflow.cli;

import com.example.orderflow.loadtester.LoadRun;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "balance",
    mixinStandardHelpOptions = true,
    description =
        "Prints the balance sheet of all orders that the running platform has ever seen: what became of each, after whatever crash.",
    footerHeading = "%nExamples:%n",
    footer = {"  orderflow balance", "  orderflow balance --report balance.json"})
final class BalanceCommand implements Callable<Integer> {
  /** For one answer of Kafka. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private Report report;

  @Override
  public Integer call() throws Exception {
    Logs.off();
    SessionAddresses addresses =
        new SessionAddresses(() -> Optional.of(RunningPlatform.on(data.folder())));
    try (HttpClient http = HttpClient.newHttpClient()) {
      return report.print(LoadRun.ofEverything(addresses, http, TIMEOUT), Console.of(spec));
    }
  }
}
