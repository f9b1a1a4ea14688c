package com.example.orderflow.cli;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    description =
        "Lists the dead-letter desk: orders with an event that could not be delivered, and no end. Each with the reason. When its cause is mended, replay sends an order again.",
    subcommands = ReplayCommand.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow dead-letters",
      "  orderflow dead-letters --limit 2000 --json",
      "  orderflow dead-letters --cluster",
      "  orderflow dead-letters replay sample-dead-lettered",
      "  orderflow dead-letters replay --all --cluster"
    })
final class DeadLettersCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  @Spec private CommandSpec spec;
  @Mixin private TargetOptions targets;

  @Option(
      names = "--limit",
      converter = NumberInRange.Count.class,
      defaultValue = "50",
      description = "The most orders that are listed (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Prints them as a JSON array.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Logs.off();
    Console console = Console.of(spec);
    try (Target target = targets.running();
        HttpClient http = HttpClient.newHttpClient()) {
      List<OrderApi.DeadLetter> letters = new OrderApi(http, target.api()).deadLetters(limit);
      if (json) {
        console.out().println(PlatformClient.json(letters));
      } else {
        letters.forEach(letter -> print(console, letter));
        console.note(
            letters.isEmpty()
                ? "No order is on the dead-letter desk."
                : "When the cause is mended: orderflow dead-letters replay ORDER … or --all");
      }
      console.out().flush();
    }
    return 0;
  }

  private static void print(Console console, OrderApi.DeadLetter letter) {
    console.say(
        "%s  %-8s  %-9s  %s%s",
        TIME.format(letter.since()),
        letter.wiring().id(),
        letter.state(),
        letter.orderId(),
        letter.replayable() ? "" : "  went past the order API: its sender must repeat it");
    console.out().println("    " + letter.reason()); // of others, so no markup
  }
}
