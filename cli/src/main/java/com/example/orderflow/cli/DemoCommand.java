package com.example.orderflow.cli;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.Addresses;
import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.LoadRun;
import com.example.orderflow.loadtester.RunListener;
import com.example.orderflow.loadtester.RunSettings;
import com.example.orderflow.loadtester.WiringRuns;
import com.example.orderflow.loadtester.balance.Comparison;
import com.example.orderflow.loadtester.reading.JsonOrderFile;
import com.example.orderflow.loadtester.reading.OrderFile;
import com.example.orderflow.loadtester.reading.Orders;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import com.example.orderflow.loadtester.reading.RenamedFile;
import com.example.orderflow.loadtester.sending.Entrance;
import com.example.orderflow.loadtester.sending.SendSettings;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts everything, sends the sample orders through every wiring at once, shows each order's way, prints a balance sheet per wiring, which must be equal, and stops everything.",
      "Runs on a folder of its own (demo inside --data, emptied first), beside any platform that is up. With --cluster or --api nothing is started: a deployed platform gets the orders, under new ids."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  orderflow demo", "  orderflow demo --cluster"})
final class DemoCommand implements Callable<Integer> {
  /** In the data folder, which is no data folder itself before the first {@code up}. */
  static final String FOLDER = "demo";

  @Spec private CommandSpec spec;
  @Mixin private TargetOptions targets;
  @Mixin private Report report;

  @Override
  public Integer call() throws Exception {
    Console console = Console.of(spec);
    try (Target target = targets.isDeployed() ? targets.running() : start(console);
        HttpClient http = HttpClient.newHttpClient()) {
      List<Wiring> wirings = target.wirings(new OrderApi(http, target.api()));
      OrderFile samples = samples();
      console.note(
          "@|bold Sending %d sample orders|@ through each of %s",
          samples.count(), wirings.stream().map(Wiring::id).toList());
      Addresses addresses = target.addresses();
      Instant start = Instant.now();
      Comparison comparison =
          new WiringRuns(wiring -> run(wiring, addresses, http, new Ways(wiring, console, start)))
              .run(samples, wirings);
      console.note("@|bold The samples expect|@ %s, in every wiring", expected(samples));
      int exitCode = report.print(comparison, console);
      if (!targets.isDeployed()) {
        console.note("@|bold Stopping|@");
      }
      return exitCode;
    }
  }

  private Target start(Console console) throws IOException {
    Path folder = targets.folder().resolve(FOLDER);
    DataRemoval.remove(folder, console);
    console.note(
        "@|bold Starting Kafka, PostgreSQL, the order service, the sandbox and the functions|@");
    return new LocalTarget(PlatformSession.start(folder, 0, console));
  }

  /** A deployed platform may have seen them before. */
  private OrderFile samples() throws IOException {
    OrderFile samples = JsonOrderFile.read(DataOption.home().resolve("samples"));
    return targets.isDeployed()
        ? new RenamedFile(samples, "-" + Instant.now().getEpochSecond())
        : samples;
  }

  private static LoadRun run(Wiring wiring, Addresses addresses, HttpClient http, Ways ways) {
    Entrance entrance = new Entrance.Api(Optional.of(wiring));
    return new LoadRun(
        addresses,
        http,
        RunSettings.DEFAULT.withSending(SendSettings.DEFAULT.withEntrance(entrance)),
        ways,
        Clock.systemUTC(),
        new SecureRandom());
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

  /** Prints every event of the orders of one wiring as it comes. */
  private record Ways(Wiring wiring, Set<String> orders, Console console, Instant start)
      implements RunListener {

    Ways(Wiring wiring, Console console, Instant start) {
      this(wiring, ConcurrentHashMap.newKeySet(), console, start);
    }

    @Override
    public void posting(OutgoingOrder order, Instant at) {
      orders.add(order.orderId());
    }

    @Override
    public void seen(SeenEvent event) {
      if (!orders.contains(event.orderId())) {
        return;
      }
      String color = event.ending().map(Ways::color).orElse("faint");
      String what = event.deadLetter().isPresent() ? "dead letter: " + event.type() : event.type();
      double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
      console.note(
          "%s",
          String.format(
              Locale.ROOT,
              "  %6.2f s  %-8s  %-36s @|%s %s|@",
              seconds,
              wiring.id(),
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
