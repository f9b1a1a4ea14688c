package com.example.orderflow.cli;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Sends orders of the dead-letter desk again, from their order.created on. What was done is not done twice; an order whose event cannot be delivered this time either comes back to the desk.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all of them are on their way, or there was none",
      "1:at least one could not be sent again; each says why",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow dead-letters replay sample-dead-lettered",
      "  orderflow dead-letters replay --all",
      "  orderflow dead-letters replay 536365 536366 --cluster --namespace shop"
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TargetOptions targets;

  @ArgGroup(multiplicity = "1")
  private Chosen chosen;

  /** One of these. */
  private static final class Chosen {
    @Parameters(paramLabel = "ORDER", arity = "1..*", description = "Ids of orders.")
    private List<String> orders;

    @Option(names = "--all", description = "All that are on the desk and can be sent again.")
    private boolean all;
  }

  @Override
  public Integer call() {
    Logs.off();
    Console console = Console.of(spec);
    try (Target target = targets.running();
        HttpClient http = HttpClient.newHttpClient()) {
      OrderApi api = new OrderApi(http, target.api());
      List<String> orders = chosen.all ? onTheDesk(api) : chosen.orders;
      int refused = 0;
      for (String order : orders) {
        Optional<String> why = api.replay(order);
        why.ifPresent(reason -> console.say("@|red not sent:|@ %s", reason));
        refused += why.isPresent() ? 1 : 0;
      }
      console.say(
          "%,d of %,d sent again; see: orderflow dead-letters",
          orders.size() - refused, orders.size());
      return refused == 0 ? 0 : 1;
    }
  }

  private static List<String> onTheDesk(OrderApi api) {
    return api.deadLetters(Integer.MAX_VALUE).stream()
        .filter(OrderApi.DeadLetter::replayable)
        .map(OrderApi.DeadLetter::orderId)
        .toList();
  }
}
