package com.example.orderflow.cli;

import java.net.http.HttpClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description =
        "Tells the order service to send orders again that have not moved for two minutes, as a PingSource does every minute where Knative Eventing is.",
    footerHeading = "%nExamples:%n",
    footer = {"  orderflow sweep", "  orderflow sweep --cluster"})
final class SweepCommand implements Callable<Integer> {
  @Mixin private TargetOptions targets;

  @Override
  public Integer call() {
    Logs.off();
    try (Target target = targets.running();
        HttpClient http = HttpClient.newHttpClient()) {
      new OrderApi(http, target.api()).sweep();
    }
    return 0;
  }
}
