package com.example.orderflow.cli;

import com.example.orderflow.localplatform.eventing.Deliveries;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description =
        "Prints the way of an order: its events in causal order with times and gaps, what the order service noted (sent again, contradictions, dead letters), what had to be tried more than once, and where it waits now.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the order is known", "1:it is not, or the platform is not running"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow trace sample-shipped",
      "  orderflow trace 536365 --json",
      "  orderflow trace 536365 --cluster"
    })
final class TraceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TargetOptions targets;

  @Parameters(paramLabel = "ORDER", description = "The order's id.")
  private String order;

  @Option(names = "--json", description = "Prints the trace as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Logs.off();
    Console console = Console.of(spec);
    try (Target target = targets.running();
        HttpClient http = HttpClient.newHttpClient()) {
      Deliveries deliveries = deliveries();
      OrderApi api = new OrderApi(http, target.api());
      Optional<OrderApi.OrderLine> known = api.order(order);
      List<OrderApi.Entry> entries = known.isPresent() ? api.timeline(order) : List.of();
      if (json) {
        console
            .out()
            .println(
                PlatformClient.json(new TraceDocument(known.orElse(null), entries, deliveries)));
      } else {
        console
            .out()
            .print(
                known
                    .map(found -> TimelineText.of(found, entries, ZoneId.systemDefault()))
                    .orElseGet(
                        () ->
                            "No order %s is known. The latest ones: orderflow orders%n"
                                .formatted(order)));
        print(console, deliveries);
      }
      console.out().flush();
      return known.isEmpty() && deliveries.pending().isEmpty() ? 1 : 0;
    }
  }

  /** Only the local platform tells what its Triggers are at. */
  private Deliveries deliveries() {
    return targets.isDeployed()
        ? new Deliveries(List.of(), List.of())
        : new PlatformClient(RunningPlatform.on(targets.folder())).deliveries(order);
  }

  private static void print(Console console, Deliveries deliveries) {
    deliveries.finished().stream()
        .filter(delivery -> delivery.attempts() > 1)
        .forEach(delivery -> console.say("  %s", repeated(delivery)));
    deliveries.pending().forEach(delivery -> console.say("  @|yellow %s|@", waiting(delivery)));
  }

  private static String repeated(Deliveries.Finished delivery) {
    return "%s: %d attempts within %s s for %s, ended %s"
        .formatted(
            delivery.event().route(),
            delivery.attempts(),
            Console.seconds(Duration.between(delivery.first(), delivery.last())),
            delivery.event().type(),
            delivery.outcome());
  }

  private static String waiting(Deliveries.Pending delivery) {
    return "%s: %s is %s, %s, attempt %d%s%s"
        .formatted(
            delivery.event().route(),
            delivery.event().type(),
            delivery.state() == Deliveries.State.IN_FLIGHT ? "in flight" : "waiting",
            delivery.step(),
            delivery.attempt(),
            delivery.lastAnswer().map(answer -> ", last answer: " + answer).orElse(""),
            delivery
                .nextAttemptAt()
                .map(at -> ", next in %s s".formatted(Console.seconds(until(at))))
                .orElse(""));
  }

  private static Duration until(Instant at) {
    Duration left = Duration.between(Instant.now(), at);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
