package com.example.orderflow.loadtester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.processes.PlatformProbe;
import com.example.orderflow.loadtester.reading.JsonOrderFile;
import com.example.orderflow.loadtester.reading.OrderFile;
import com.example.orderflow.loadtester.report.MachineFacts;
import com.example.orderflow.loadtester.report.ReportJson;
import com.example.orderflow.loadtester.report.RunResult;
import com.example.orderflow.loadtester.scenario.OrderMix;
import com.example.orderflow.loadtester.scenario.Scenario;
import com.example.orderflow.loadtester.schedule.Constant;
import com.example.orderflow.loadtester.schedule.Schedule;
import com.example.orderflow.loadtester.sending.Entrance;
import com.example.orderflow.loadtester.sending.SendSettings;
import com.example.orderflow.loadtester.topics.Events;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs against a real Kafka. Each test has orders of its own. */
class LoadRunIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @TempDir static Path folder;
  private static KafkaProcess kafka;

  @BeforeAll
  static void start() {
    kafka = new KafkaProcess(folder);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void anUndisturbedRunIsOkAndSoIsTheSameFileAgain() throws Exception {
    try (SimulatedPlatform platform = platform(way -> way)) {
      BalanceSheet first = run(platform, orders("calm", 300), 1);
      BalanceSheet again = run(platform, orders("calm", 300), 1);

      assertThat(first.problems()).isEmpty();
      assertThat(first.shipped()).isEqualTo(300);
      assertThat(first.ok()).isTrue();
      assertThat(first.latencyMillis().p50()).isBetween(0L, 30_000L);
      assertThat(again.shipped()).isEqualTo(300);
      assertThat(again.charges()).isEqualTo(300);
      assertThat(again.redeliveries()).isZero();
    }
  }

  @Test
  void ordersOfWhichNothingNewIsHeardAreFoundInWhatWasBefore() throws Exception {
    Set<String> known = ConcurrentHashMap.newKeySet();
    try (SimulatedPlatform platform =
        platform(way -> known.add(way.getFirst().orderId()) ? way : List.of())) {
      run(platform, orders("known", 50), 1);

      BalanceSheet again = run(platform, orders("known", 60), 1);

      assertThat(again.problems()).isEmpty();
      assertThat(again.shipped()).isEqualTo(60);
      assertThat(again.redeliveries()).isZero();
    }
  }

  @Test
  void copiesOfAnOrderAreOneOrder() throws Exception {
    try (SimulatedPlatform platform = platform(way -> way)) {
      BalanceSheet sheet = run(platform, orders("copied", 20), 5);

      assertThat(sheet.sent()).isEqualTo(20);
      assertThat(sheet.redeliveries()).isEqualTo(80);
      assertThat(sheet.duplicates()).isZero();
      assertThat(sheet.ok()).isTrue();
    }
  }

  @Test
  void aLostOrderAndADeadLetterAreFound() throws Exception {
    UnaryOperator<List<SeenEvent>> disturbance =
        way ->
            switch (way.getFirst().orderId()) {
              case "lost-3" -> List.of();
              case "lost-4" -> List.of(way.getFirst(), Events.deadLetter(way.getFirst()));
              case "lost-5" -> way.subList(0, 2);
              default -> way;
            };
    try (SimulatedPlatform platform = platform(disturbance)) {
      BalanceSheet sheet = run(platform, orders("lost", 10), 1);

      assertThat(sheet.sent()).isEqualTo(10);
      assertThat(sheet.shipped()).isEqualTo(7);
      assertThat(sheet.unaccounted()).isEqualTo(1);
      assertThat(sheet.deadLettered()).isEqualTo(1);
      assertThat(sheet.inFlight()).isEqualTo(1);
      assertThat(sheet.ok()).isFalse();
    }
  }

  @Test
  void aRunOutlivesAKafkaThatIsKilledAndComesBackOnAnotherPort() throws Exception {
    try (SimulatedPlatform platform = platform(way -> way);
        ExecutorService runner = Executors.newVirtualThreadPerTaskExecutor()) {
      LoadRun run = newRun(platform, 1);
      OrderFile orders = orders("killed", 2_000);
      CompletableFuture<BalanceSheet> sheet =
          CompletableFuture.supplyAsync(() -> finished(run, orders), runner);
      await().atMost(TIMEOUT).until(() -> run.atRest() > 100);

      kafka.kill();
      kafka.start();
      platform.connect();

      assertThat(sheet.join().problems()).isEmpty();
      assertThat(sheet.join().shipped()).isEqualTo(2_000);
    }
  }

  @Test
  void theBalanceOfEverythingFindsOrdersOfEarlierRuns() throws Exception {
    try (SimulatedPlatform platform = platform(way -> way)) {
      run(platform, orders("earlier", 10), 1);

      assertThat(LoadRun.ofEverything(platform, HttpClient.newHttpClient(), TIMEOUT).shipped())
          .isGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void aLoadTestCountsItsOrdersAndHowLongTheyTook() throws Exception {
    try (SimulatedPlatform platform = platform(way -> way)) {
      RunResult result = load(platform, "open", TIMEOUT);

      assertThat(result.balance().orElseThrow().problems()).isEmpty();
      assertThat(result.ok()).isTrue();
      assertThat(result.load().requests().started()).isEqualTo(100);
      assertThat(result.balance().orElseThrow().shipped())
          .isEqualTo(result.load().orders().count())
          .isBetween(70L, 100L);
      assertThat(ReportJson.of(result).path("load").path("answers").path("count").asInt())
          .isEqualTo(100);
    }
  }

  @Test
  void aTargetThatLosesOrdersIsCaught() throws Exception {
    UnaryOperator<List<SeenEvent>> lossy =
        way -> way.getFirst().orderId().endsWith("7") ? List.of() : way;
    try (SimulatedPlatform platform = platform(lossy)) {
      RunResult result = load(platform, "lossy", Duration.ofSeconds(3));

      assertThat(result.balance().orElseThrow().unaccounted()).isGreaterThanOrEqualTo(5);
      assertThat(result.ok()).isFalse();
    }
  }

  @Test
  void aTargetThatEndsOrdersTwiceIsCaught() throws Exception {
    UnaryOperator<List<SeenEvent>> duplicating =
        way -> {
          List<SeenEvent> twice = new ArrayList<>(way);
          twice.add(Events.withId(way.getLast(), "another-" + way.getLast().id()));
          return twice;
        };
    try (SimulatedPlatform platform = platform(duplicating)) {
      BalanceSheet sheet = load(platform, "twice", TIMEOUT).balance().orElseThrow();

      assertThat(sheet.duplicates()).isGreaterThanOrEqualTo(50);
    }
  }

  private static RunResult load(SimulatedPlatform platform, String prefix, Duration stall)
      throws Exception {
    Scenario scenario =
        new Scenario(
            prefix,
            "",
            new Entrance.Api(Optional.empty()),
            new Schedule(List.of(new Constant(100, Duration.ofSeconds(1)))),
            Duration.ZERO,
            new OrderMix(Map.of(Ending.SHIPPED, 1), 1, 3, 0.1, 0, 1),
            new Scenario.Limits(1_000, TIMEOUT.multipliedBy(3), stall),
            Scenario.Bounds.NONE,
            Optional.empty());
    OpenRun run =
        new OpenRun(
            scenario,
            platform,
            HttpClient.newHttpClient(),
            PlatformProbe.none(),
            prefix,
            OpenRunListener.none());
    return run.run(MachineFacts.now("test"));
  }

  private static SimulatedPlatform platform(UnaryOperator<List<SeenEvent>> disturbance)
      throws IOException {
    return new SimulatedPlatform(kafka, disturbance);
  }

  private static BalanceSheet run(SimulatedPlatform platform, OrderFile orders, int repeat) {
    return finished(newRun(platform, repeat), orders);
  }

  private static BalanceSheet finished(LoadRun run, OrderFile orders) {
    try {
      return run.run(orders);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static LoadRun newRun(SimulatedPlatform platform, int repeat) {
    RunSettings settings =
        RunSettings.DEFAULT
            .withSending(SendSettings.DEFAULT.withInFlight(8).withRepeat(repeat))
            .withStallAfter(Duration.ofSeconds(3));
    return new LoadRun(
        platform,
        HttpClient.newHttpClient(),
        settings,
        RunListener.none(),
        Clock.systemUTC(),
        new Random(1));
  }

  private static OrderFile orders(String prefix, int count) throws IOException {
    List<String> orders = new ArrayList<>();
    IntStream.range(0, count)
        .forEach(
            order -> orders.add("{\"orderId\":\"%s-%d\",\"lines\":[]}".formatted(prefix, order)));
    String text = orders.stream().collect(Collectors.joining("\n"));
    return JsonOrderFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
