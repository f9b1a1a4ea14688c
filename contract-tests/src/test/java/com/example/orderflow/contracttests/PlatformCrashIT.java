package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.loadtester.reading.OrderFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform itself, killed in the middle of a run and started again on the same folder. */
class PlatformCrashIT {
  private static final int ORDERS = 1_000;

  @TempDir Path data;
  @TempDir Path outputs;

  @Test
  void aSecondStartEndsWhatAKilledPlatformLeftAndFinishesItsWork() throws Exception {
    crash(List::of);
  }

  @Test
  void aSecondStartFinishesTheWorkWhenEveryProcessWasKilled() throws Exception {
    crash(() -> Processes.living(data));
  }

  @Test
  void aSecondPlatformOnTheSameFolderIsRefusedAndSaysWhoHoldsIt() throws Exception {
    try (PlatformProcess holder = PlatformProcess.up(data, outputs.resolve("holder"));
        PlatformProcess second = PlatformProcess.start(data, outputs.resolve("second"))) {

      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.said())
          .contains(data + " is held by process " + holder.pid())
          .contains("--data");
      assertThat(new Client(data).send(MadeOrders.good("undisturbed", 1)).shipped()).isEqualTo(1);
    }
  }

  interface Victims {
    List<Long> find() throws Exception;
  }

  private void crash(Victims alsoKilled) throws Exception {
    Client client = new Client(data);
    OrderFile orders = MadeOrders.mixed("order", ORDERS);
    PlatformProcess first = PlatformProcess.up(data, outputs.resolve("first"));
    try (RunningLoad load = RunningLoad.of(client, orders)) {
      load.awaitAtRest(ORDERS / 5);
      List<Long> parts = Processes.living(data);

      first.kill();
      alsoKilled.find().forEach(Processes::kill);

      try (PlatformProcess second = PlatformProcess.up(data, outputs.resolve("second"))) {
        assertThat(second.pid()).isEqualTo(client.addresses().pid());
        assertThat(parts).hasSizeGreaterThan(2).noneMatch(Processes::isAlive);
        MadeOrders.assertBalanced(load.sheet(), ORDERS);
        assertThat(client.balance().unaccounted()).isZero();
      }
    }
    assertThat(Processes.living(data)).isEmpty();
  }
}
