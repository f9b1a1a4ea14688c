package com.example.orderflow.cli;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
  @Spec private CommandSpec spec;
  @Mixin private TargetOptions targets;
  @Mixin private ListOptions list;

  @Override
  public Integer call() throws IOException {
    Logs.off();
    Console console = Console.of(spec);
    try (Target target = targets.running();
        HttpClient http = HttpClient.newHttpClient()) {
      List<OrderApi.DeadLetter> letters =
          new OrderApi(http, target.api()).deadLetters(list.limit());
      list.show(console, letters, letter -> print(console, letter));
      if (!list.json()) {
        console.note(
            letters.isEmpty()
                ? "No order is on the dead-letter desk."
                : "When the cause is mended: orderflow dead-letters replay ORDER … or --all");
      }
    }
    return 0;
  }

  private static void print(Console console, OrderApi.DeadLetter letter) {
    console.say(
        "%s  %-8s  %-9s  %s%s",
        Console.time(letter.since()),
        letter.wiring().id(),
        letter.state(),
        letter.orderId(),
        letter.replayable() ? "" : "  went past the order API: its sender must repeat it");
    console.out().println("    " + letter.reason()); // of others, so no markup
  }
}
