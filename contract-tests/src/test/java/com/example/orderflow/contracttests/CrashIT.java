package com.example.orderflow.contracttests;

import com.example.orderflow.loadtester.balance.BalanceSheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that the platform started, killed in the middle of a run (SIGKILL). */
class CrashIT extends OnOnePlatform {
  private static final int ORDERS = 300;

  @ParameterizedTest
  @ValueSource(
      strings = {"validate-order", "process-payment", "ship-order", "sandbox", "kafka", "postgres"})
  void aKilledProcessLosesNothingAndRepeatsNothing(String victim) throws Exception {
    try (RunningLoad<BalanceSheet> load =
        RunningLoad.of(client, MadeOrders.mixed("without-" + victim, ORDERS))) {
      load.awaitAtRest(100);

      client.kill(victim);

      MadeOrders.assertBalanced(load.result(), ORDERS);
    }
  }
}
