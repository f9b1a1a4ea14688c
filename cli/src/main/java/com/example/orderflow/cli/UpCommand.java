package com.example.orderflow.cli;

import com.example.orderflow.localplatform.PlatformAddresses;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the platform on this machine and keeps it until Ctrl-C.",
      "Kafka, PostgreSQL, the order service and the sandbox run as processes; each function has one instance at first, none after a minute without an event, and starts again with the next one. A second start finishes what a crash left."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  orderflow up", "  orderflow up --port 8080 --data /var/tmp/orderflow"})
final class UpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--port",
      converter = NumberInRange.Port.class,
      description = "Where events are taken, on 127.0.0.1 (default: as last time, or a free one).")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    Console console = Console.of(spec);
    console.note("Starting on %s", data.folder());
    try (PlatformSession session = PlatformSession.start(data.folder(), port, console)) {
      PlatformAddresses addresses = session.addresses().orElseThrow();
      console.say("@|bold Orderflow is up.|@ Ctrl-C stops it.");
      URI orders = addresses.services().get("orchestration").resolve("/");
      console.say("  page      %s", orders);
      console.say("  orders    POST %sorders", orders);
      console.say("  events    POST %s", addresses.broker());
      console.say("  status    %s/platform/status", addresses.http());
      addresses.services().forEach((name, uri) -> console.say("  service   %s  %s", uri, name));
      console.say("Next: ./orderflow send samples/");
      new CountDownLatch(1).await(); // until the process is told to stop; PlatformSession cleans up
    }
    return 0;
  }
}
