package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.loadtester.Ending;
import com.example.orderflow.loadtester.balance.BalanceSheet;
import com.example.orderflow.loadtester.sending.SendSettings;
import com.example.orderflow.loadtester.topics.SeenEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of orders when nothing goes wrong. */
class PipelineIT extends OnOnePlatform {
  @Test
  void anOrderSentFiveTimesAtOnceIsChargedAndShippedOnce() throws Exception {
    BalanceSheet sheet =
        client.newRun(SendSettings.DEFAULT.withRepeat(5)).run(MadeOrders.good("crowd", 200));

    assertThat(sheet.problems()).isEmpty();
    assertThat(sheet.sent()).isEqualTo(200);
    assertThat(sheet.shipped()).isEqualTo(200);
    assertThat(sheet.charges()).isEqualTo(200);
    assertThat(sheet.bookings()).isEqualTo(200);
    assertThat(sheet.doubleCharges()).isZero();
    assertThat(sheet.duplicates()).isZero();
  }

  @Test
  void anOrderOf2000LinesPassesEverywhere() throws Exception {
    BalanceSheet sheet = client.send(MadeOrders.withLines("longest", 2_000));

    assertThat(sheet.problems()).isEmpty();
    assertThat(sheet.shipped()).isEqualTo(1);
  }

  @Test
  void anOrderOf2001LinesIsRejectedByRule() throws Exception {
    client.send(MadeOrders.withLines("too-long", 2_001));

    SeenEvent last = client.lastEvent("too-long").orElseThrow();
    assertThat(last.ending()).contains(Ending.REJECTED);
    assertThat(new String(last.data(), StandardCharsets.UTF_8))
        .contains("\"field\":\"lines\"")
        .contains("2001");
  }

  @Test
  void anEventInStructuredModeIsAnOrderLikeAnyOther() throws Exception {
    Path event = Checkout.EVENTS.resolve("com.example.order.created.json");

    int status =
        client.post("application/cloudevents+json", Files.readAllBytes(event)).statusCode();

    assertThat(status).isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> client.ending("sample-1"), Optional.of(Ending.SHIPPED)::equals);
  }
}
