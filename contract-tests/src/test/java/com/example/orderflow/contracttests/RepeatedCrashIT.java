package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.balance.Comparison;
import com.example.orderflow.localplatform.PlatformOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The orchestration killed again and again (SIGKILL), and other processes between, while orders
 * come in through every wiring: a few times here, as often as one likes with {@code ./orderflow
 * test --soak}.
 */
class RepeatedCrashIT {
  /** For a chain whose place was lost, perhaps several times. */
  private static final Duration LONGEST_MENDING = Duration.ofSeconds(300);

  private static final int KILLS_OF_THE_ORCHESTRATION = Integer.getInteger("soak.kills", 3);

  private static final List<String> OTHERS =
      List.of("kafka", "postgres", "process-payment", "sandbox");

  /** Taken between two kills, at most. */
  private static final int MOST_ORDERS_BETWEEN = 40;

  /** Of each wiring, for every kill: together far more than are taken before the last one. */
  private static final int ORDERS_FOR_A_KILL = 40;

  @TempDir static Path data;
  @TempDir static Path manifests;
  private static PlatformUnderTest platform;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    ChangedManifests.write(manifests, RepeatedCrashIT::withAnImpatientSweeper);
    platform =
        PlatformUnderTest.with(
            new PlatformOptions(Checkout.HOME, data, 0).withManifests(manifests));
    client = platform.client();
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  /** What was taken is never lost; the sweeper mends what only the memory of a process knew. */
  @Test
  void everyOrderThatWasTakenEndsOnceHoweverOftenTheOrchestrationIsKilled() throws Exception {
    long seed = Long.getLong("soak.seed", System.nanoTime());
    Random random = new Random(seed);
    List<String> victims = victims(random);
    int orders = ORDERS_FOR_A_KILL * victims.size();
    System.out.printf("seed %d: %d orders a wiring, kills of %s%n", seed, orders, victims);

    try (RunningLoad<Comparison> load =
        RunningLoad.throughEveryWiring(client, MadeOrders.mixed("killed", orders))) {
      for (String victim : victims) {
        load.awaitSent(1 + random.nextInt(MOST_ORDERS_BETWEEN));
        client.kill(victim);
      }
      await()
          .atMost(LONGEST_MENDING)
          .pollInterval(Duration.ofSeconds(1))
          .ignoreExceptions()
          .until(
              () -> {
                client.sweep();
                return load.isOver();
              });

      assertThat(load.result().sheets())
          .containsOnlyKeys(Wiring.values())
          .allSatisfy((wiring, sheet) -> MadeOrders.assertBalanced(sheet, orders));
    }
  }

  private static List<String> victims(Random random) {
    List<String> victims =
        new ArrayList<>(Collections.nCopies(KILLS_OF_THE_ORCHESTRATION, "orchestration"));
    for (int kills = 0; kills < KILLS_OF_THE_ORCHESTRATION; kills += 10) {
      victims.addAll(OTHERS);
    }
    Collections.shuffle(victims, random);
    return victims;
  }

  private static String withAnImpatientSweeper(String manifest) {
    return manifest.replace(
        "            - name: ARGO_URL\n",
        "            - name: ORDERFLOW_SWEEPER_AFTER\n"
            + "              value: 5S\n"
            + "            - name: ARGO_URL\n");
  }
}
