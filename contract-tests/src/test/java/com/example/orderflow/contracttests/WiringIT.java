package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.WiringRuns;
import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.balance.Comparison;
import com.example.orderflow.loadtester.reading.JsonOrderFile;
import com.example.orderflow.loadtester.reading.OrderFile;
import org.junit.jupiter.api.Test;

/** The same functions, connected in four ways, do the same. */
class WiringIT extends OnOnePlatform {
  @Test
  void everySampleEndsAsItsFileSays() throws Exception {
    OrderFile samples = JsonOrderFile.read(Checkout.SAMPLES);

    Comparison comparison = client.sendThroughEveryWiring(samples);

    assertThat(comparison.sheets()).containsOnlyKeys(Wiring.values());
    assertThat(comparison.sheets().values())
        .allSatisfy(
            sheet -> {
              assertThat(sheet.problems()).isEmpty();
              assertThat(sheet.sent()).isEqualTo(samples.count());
            });
    assertThat(comparison.ok()).isTrue();
  }

  @Test
  void everyInvoiceOfARealMonthEndsAsItMustAndTheSameFileAgainChangesNothing() throws Exception {
    OrderFile month = RetailMonth.december2010();
    Comparison first = client.sendThroughEveryWiring(month);

    BalanceSheet again =
        client.newRun(client.through(Wiring.BROKER)).run(WiringRuns.renamed(month, Wiring.BROKER));

    assertThat(first.sheets()).containsOnlyKeys(Wiring.values());
    assertThat(first.sheets().values()).allSatisfy(RetailMonth::assertBalanced);
    RetailMonth.assertBalanced(again);
  }

  @Test
  void anOrderKeepsItsWiring() throws Exception {
    OrderFile order = MadeOrders.good("settled", 1);
    client.newRun(client.through(Wiring.SEQUENCE)).run(order);

    BalanceSheet sheet = client.newRun(client.through(Wiring.CHAIN)).run(order);

    assertThat(sheet.sent()).isZero();
    assertThat(sheet.problems())
        .singleElement()
        .asString()
        .contains("409", "settled-0", "asked for another wiring");
  }
}
