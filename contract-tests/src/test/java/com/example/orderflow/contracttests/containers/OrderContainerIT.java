package com.example.orderflow.contracttests.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.contracttests.Checkout;
import com.example.orderflow.contracttests.MadeOrders;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.LoadRun;
import com.example.orderflow.loadtester.RunListener;
import com.example.orderflow.loadtester.RunSettings;
import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.reading.JsonOrderFile;
import com.example.orderflow.loadtester.reading.OrderFile;
import com.example.orderflow.loadtester.sending.Entrance;
import com.example.orderflow.loadtester.sending.SendSettings;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whole orders, from the order API through the wiring {@code chain}, by containers only. */
class OrderContainerIT extends OnContainers {

  @Test
  void everySampleEndsAsItSays() throws Exception {
    OrderFile samples = JsonOrderFile.read(Checkout.SAMPLES);

    BalanceSheet sheet = send(samples);

    assertThat(sheet.problems()).isEmpty();
    assertThat(sheet.ok()).isTrue();
  }

  @Test
  void ordersOfEveryEndingAreBalanced() throws Exception {
    BalanceSheet sheet = send(MadeOrders.mixed("contained", 100));

    MadeOrders.assertBalanced(sheet, 100);
  }

  private static BalanceSheet send(OrderFile orders) throws Exception {
    SendSettings chain =
        SendSettings.DEFAULT.withEntrance(new Entrance.Api(Optional.of(Wiring.CHAIN)));
    return new LoadRun(
            containers.addresses(),
            HttpClient.newHttpClient(),
            RunSettings.DEFAULT.withSending(chain),
            RunListener.none(),
            Clock.systemUTC(),
            new Random())
        .run(orders);
  }
}
