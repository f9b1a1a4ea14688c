package com.example.orderflow.cli;

import com.example.orderflow.loadtester.trace.OrderTrace;
import com.example.orderflow.loadtester.trace.TraceText;
import com.example.orderflow.localplatform.PlatformAddresses;
import com.example.orderflow.localplatform.eventing.Deliveries;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
        "Prints the events of an order in causal order, with times and gaps, what had to be tried more than once, and where it waits now.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the order is known", "1:it is not, or the platform is not running"},
    footerHeading = "%nExamples:%n",
    footer = {"  orderflow trace sample-shipped", "  orderflow trace 536365 --json"})
final class TraceCommand implements Callable<Integer> {
  /** For one answer of Kafka. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "ORDER", description = "The order's id.")
  private String order;

  @Option(names = "--json", description = "Prints the trace as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Logs.off();
    Console console = Console.of(spec);
    PlatformAddresses addresses = RunningPlatform.on(data.folder());
    Deliveries deliveries = new PlatformClient(addresses).deliveries(order);
    OrderTrace trace = OrderTrace.read(addresses.kafka(), TIMEOUT, order);
    if (json) {
      console.out().println(PlatformClient.json(TraceDocument.of(trace, deliveries)));
    } else {
      print(console, trace, deliveries);
    }
    console.out().flush();
    return trace.roots().isEmpty() && deliveries.pending().isEmpty() ? 1 : 0;
  }

  private static void print(Console console, OrderTrace trace, Deliveries deliveries) {
    console.out().print(TraceText.of(trace, ZoneId.systemDefault()));
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
