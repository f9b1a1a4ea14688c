package com.example.orderflow.cli;

import com.example.orderflow.events.Wiring;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "orders",
    mixinStandardHelpOptions = true,
    description = "Lists orders, newest first: when it was accepted, wiring, state, id.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  orderflow orders",
      "  orderflow orders --state placed --wiring chain",
      "  orderflow orders --limit 2000 --json",
      "  orderflow orders --cluster"
    })
final class OrdersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TargetOptions targets;
  @Mixin private ListOptions list;

  @Option(
      names = "--state",
      description =
          "Only orders that are placed, validated, paid, shipped, rejected, paymentFailed or cancelled.")
  private String state;

  @Option(
      names = "--wiring",
      description = "Only orders of this wiring: broker, sequence, argo or chain.")
  private Wiring wiring;

  @Override
  public Integer call() throws IOException {
    Logs.off();
    Console console = Console.of(spec);
    try (Target target = targets.running();
        HttpClient http = HttpClient.newHttpClient()) {
      OrderApi api = new OrderApi(http, target.api());
      list.show(
          console, api.orders(filter(), list.limit()), order -> console.say("%s", line(order)));
    }
    return 0;
  }

  private List<String> filter() {
    List<String> filter = new ArrayList<>();
    if (state != null) {
      filter.add("state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
    }
    if (wiring != null) {
      filter.add("wiring=" + wiring.id());
    }
    return filter;
  }

  private static String line(OrderApi.OrderLine order) {
    return "%s  %-8s  %-13s  %s%s%s"
        .formatted(
            Console.time(order.acceptedAt()),
            order.wiring().id(),
            order.state(),
            order.orderId(),
            order.deadLettered() ? "  @|red dead-lettered|@" : "",
            order.conflict() ? "  @|red conflict|@" : "");
  }
}
