package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The platform itself, killed in the middle of a run and started again on the same folder. Each
 * test finds a platform that runs, and leaves one.
 */
class PlatformCrashIT {
  private static final int ORDERS = 500;

  @TempDir static Path data;
  @TempDir static Path outputs;
  private static Client client;
  private static PlatformProcess platform;

  @BeforeAll
  static void start() throws Exception {
    client = new Client(data);
    platform = PlatformProcess.up(data, outputs.resolve("first"));
  }

  @AfterAll
  static void stop() throws Exception {
    platform.close();
    assertThat(Processes.living(data)).isEmpty();
  }

  @Test
  void aSecondStartEndsWhatAKilledPlatformLeftAndFinishesItsWork() throws Exception {
    crash("left", List::of);
  }

  @Test
  void aSecondStartFinishesTheWorkWhenEveryProcessWasKilled() throws Exception {
    crash("all-killed", () -> Processes.living(data));
  }

  @Test
  void aSecondPlatformOnTheSameFolderIsRefusedAndSaysWhoHoldsIt() throws Exception {
    try (PlatformProcess second = PlatformProcess.start(data, outputs.resolve("refused"))) {

      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.said())
          .contains(data + " is held by process " + platform.pid())
          .contains("--data");
      assertThat(client.send(MadeOrders.good("undisturbed", 1)).shipped()).isEqualTo(1);
    }
  }

  interface Victims {
    List<Long> find() throws Exception;
  }

  private static void crash(String name, Victims alsoKilled) throws Exception {
    try (RunningLoad<BalanceSheet> load = RunningLoad.of(client, MadeOrders.mixed(name, ORDERS))) {
      load.awaitAtRest(ORDERS / 5);
      List<Long> parts = Processes.living(data);

      platform.kill();
      alsoKilled.find().forEach(Processes::kill);

      platform = PlatformProcess.up(data, outputs.resolve("after-" + name));
      assertThat(platform.pid()).isEqualTo(client.addresses().pid());
      assertThat(parts).hasSizeGreaterThan(2).noneMatch(Processes::isAlive);
      MadeOrders.assertBalanced(load.result(), ORDERS);
      assertThat(client.balance().unaccounted()).isZero();
    }
  }
}
