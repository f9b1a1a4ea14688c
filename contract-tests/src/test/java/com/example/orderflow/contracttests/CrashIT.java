package com.example.orderflow.contracttests;

import static org.awaitility.Awaitility.await;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.reading.OrderFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that the platform starts, killed in the middle of a run (SIGKILL). */
class CrashIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir static Path data;
  private static PlatformUnderTest platform;
  private static Client client;

  @BeforeAll
  static void start() {
    platform = PlatformUnderTest.on(data);
    client = platform.client();
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"validate-order", "process-payment", "ship-order", "sandbox", "kafka", "postgres"})
  void aKilledProcessLosesNothingAndRepeatsNothing(String victim) throws Exception {
    try (RunningLoad load = RunningLoad.of(client, MadeOrders.mixed("without-" + victim, 500))) {
      load.awaitAtRest(100);

      kill(victim);

      MadeOrders.assertBalanced(load.sheet(), 500);
    }
  }

  @Test
  void aRealMonthOutlivesAKillOfEveryProcessInTurn() throws Exception {
    OrderFile month = RetailMonth.december2010();
    try (RunningLoad load = RunningLoad.of(client, month)) {
      load.awaitAtRest(200);
      kill("process-payment");
      load.awaitAtRest(500);
      kill("sandbox");
      load.awaitAtRest(900);
      kill("kafka");
      load.awaitAtRest(1_400);
      kill("postgres");

      BalanceSheet sheet = load.sheet();
      RetailMonth.assertBalanced(sheet);
    }
  }

  /** One process of that name, as soon as there is one. */
  private static void kill(String name) {
    await()
        .atMost(LIMIT)
        .until(() -> client.pid(name), OptionalLong::isPresent)
        .ifPresent(Processes::kill);
  }
}
