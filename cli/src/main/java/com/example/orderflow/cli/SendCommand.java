package com.example.orderflow.cli;

import com.example.orderflow.loadtester.Addresses;
import com.example.orderflow.loadtester.LoadRun;
import com.example.orderflow.loadtester.RunSettings;
import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.reading.OrderFile;
import com.example.orderflow.loadtester.reading.RenamedFile;
import com.example.orderflow.loadtester.sending.SendSettings;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description = {
      "Sends orders to the order API, follows each to its end, and prints the balance sheet.",
      "Uses the running platform, or starts one for the run and stops it afterwards. The file is read to its end first: one with a fault sends nothing. Sending the same orders again changes nothing; an order keeps the wiring that it was sent with first. With --id-suffix the same file holds new orders."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every order is accounted for, none was charged twice",
      "1:the orders could not be read or sent",
      "2:wrong usage",
      "3:orders are unaccounted for, in flight, charged twice, or ended other than expected"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow send samples/",
      "  orderflow send samples/01-shipped.json --repeat 5",
      "  orderflow send orders.jsonl --wiring chain",
      "  orderflow send orders.jsonl --wiring argo --id-suffix -argo",
      "  cat orders.jsonl | orderflow send -",
      "  orderflow send --csv 2010-12.csv --report balance.json",
      "  orderflow send samples/ --cluster --wiring argo"
    })
final class SendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TargetOptions targets;
  @Mixin private Report report;

  @ArgGroup(multiplicity = "1")
  private OrderSource source;

  @ArgGroup private EntranceOptions entrance = new EntranceOptions();

  @Option(
      names = "--repeat",
      converter = NumberInRange.Count.class,
      defaultValue = "1",
      description = "How often each order is sent, at once (default: ${DEFAULT-VALUE}).")
  private int repeat;

  @Option(
      names = "--id-suffix",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Added to each order id: the same file for another wiring, or as new orders.")
  private String idSuffix;

  @Option(
      names = "--in-flight",
      converter = NumberInRange.Count.class,
      defaultValue = "32",
      description = "Requests that wait for an answer at once (default: ${DEFAULT-VALUE}).")
  private int inFlight;

  @Option(
      names = "--stall",
      converter = NumberInRange.Count.class,
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "Ends the run after so long without news of any order (default: ${DEFAULT-VALUE}).")
  private int stallSeconds;

  @Option(
      names = "--token",
      defaultValue = "tok_ok",
      description = "What the orders of a CSV file are paid with (default: ${DEFAULT-VALUE}).")
  private String token;

  @Override
  public Integer call() throws Exception {
    Logs.off();
    Console console = Console.of(spec);
    RunSettings settings =
        RunSettings.DEFAULT
            .withSending(
                SendSettings.DEFAULT
                    .withEntrance(entrance.entrance())
                    .withRepeat(repeat)
                    .withInFlight(inFlight))
            .withStallAfter(Duration.ofSeconds(stallSeconds));
    OrderFile orders = renamed(source.read(token));
    orders
        .notices()
        .forEach(notice -> console.note("%s:%d: %s", notice.file(), notice.line(), notice.text()));
    console.note("%,d orders", orders.count());
    try (Target target = targets.orStart(console)) {
      return report.print(send(orders, settings, target.addresses()), console);
    }
  }

  private OrderFile renamed(OrderFile file) {
    if (!idSuffix.matches("[A-Za-z0-9._:-]*")) {
      throw new ParameterException(
          spec.commandLine(),
          "--id-suffix: \"%s\" has other characters than an order id may have: A-Z a-z 0-9 . _ : -"
              .formatted(idSuffix));
    }
    return idSuffix.isEmpty() ? file : new RenamedFile(file, idSuffix);
  }

  private static BalanceSheet send(OrderFile orders, RunSettings settings, Addresses addresses)
      throws Exception {
    try (HttpClient http = HttpClient.newHttpClient();
        RunProgress progress = new RunProgress(orders.count())) {
      LoadRun run =
          new LoadRun(addresses, http, settings, progress, Clock.systemUTC(), new SecureRandom());
      progress.follow(run);
      return run.run(orders);
    }
  }
}
