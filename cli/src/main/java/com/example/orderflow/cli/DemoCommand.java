package com.example.orderflow.cli;

import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.LoadRun;
import com.example.orderflow.loadtester.RunListener;
import com.example.orderflow.loadtester.RunSettings;
import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.reading.JsonOrderFile;
import com.example.orderflow.loadtester.reading.OrderFile;
import com.example.orderflow.loadtester.reading.Orders;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts everything, sends the sample orders, shows each order's way through the functions, prints the balance sheet, and stops everything.",
      "Runs on a folder of its own (demo inside --data, emptied first), beside any platform that is up."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  orderflow demo"})
final class DemoCommand implements Callable<Integer> {
  /** In the data folder, which is no data folder itself before the first {@code up}. */
  static final String FOLDER = "demo";

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private Report report;

  @Override
  public Integer call() throws Exception {
    Console console = Console.of(spec);
    Path folder = data.folder().resolve(FOLDER);
    DataRemoval.remove(folder, console);
    console.note(
        "@|bold Starting Kafka, PostgreSQL and the sandbox|@ (functions start with their first event)");
    try (PlatformSession session = PlatformSession.start(folder, 0, console);
        HttpClient http = HttpClient.newHttpClient()) {
      OrderFile samples = JsonOrderFile.read(DataOption.home().resolve("samples"));
      console.note(
          "@|bold Sending %d sample orders|@ to %s",
          samples.count(), session.addresses().orElseThrow().broker());
      LoadRun run =
          new LoadRun(
              new SessionAddresses(session::addresses),
              http,
              RunSettings.DEFAULT,
              new Ways(console, Instant.now()),
              Clock.systemUTC(),
              new SecureRandom());
      BalanceSheet sheet = run.run(samples);
      console.note("@|bold The samples expect|@ %s", expected(samples));
      int exitCode = report.print(sheet, console);
      console.note("@|bold Stopping|@");
      return exitCode;
    }
  }

  private static String expected(OrderFile samples) {
    Map<String, Long> endings = new TreeMap<>();
    try (Orders orders = samples.orders()) {
      orders.forEachRemaining(
          order ->
              order.expected().ifPresent(e -> endings.merge(e.outcome().json(), 1L, Long::sum)));
    }
    return endings.entrySet().stream()
        .map(ending -> ending.getValue() + " " + ending.getKey())
        .collect(Collectors.joining(", "));
  }

  /** Prints every event as it comes. */
  private record Ways(Console console, Instant start) implements RunListener {

    @Override
    public void seen(SeenEvent event) {
      String color = event.ending().map(Ways::color).orElse("faint");
      String what = event.deadLetter().isPresent() ? "dead letter: " + event.type() : event.type();
      double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
      console.note(
          "%s",
          String.format(
              Locale.ROOT,
              "  %6.2f s  %-28s @|%s %s|@",
              seconds,
              event.orderId(),
              color,
              what.replace("com.example.", "")));
    }

    private static String color(Ending ending) {
      return switch (ending) {
        case SHIPPED -> "green";
        case REJECTED, PAYMENT_FAILED, CANCELLED -> "yellow";
        case DEAD_LETTERED -> "red";
      };
    }
  }
}
