package com.example.orderflow.loadtester.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.Order;
import com.example.orderflow.loadtester.Ending;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample orders show every end, every rule and every token. */
class SamplesTest {
  private static final Path DIRECTORY = Path.of("../samples");

  @Test
  void everyOutcomeHasASample() throws IOException {
    assertThat(expectations()).extracting(Expected::outcome).contains(Ending.values());
  }

  @Test
  void everyRuleHasASample() throws IOException {
    assertThat(expectations().stream().flatMap(expected -> expected.rules().stream()))
        .contains(
            "customerId",
            "currency",
            "lines",
            "lines[0].sku",
            "lines[0].quantity",
            "lines[0].unitPrice",
            "destination.country",
            "total",
            "paymentToken");
  }

  @Test
  void everyTokenAndReasonHasASample() throws IOException {
    String all = String.join("\n", samples().stream().map(OutgoingOrder::data).toList());

    assertThat(
            Stream.of("ok", "declined", "slow", "outage_then_ok", "crash_after_charge")
                .map("\"tok_%s\""::formatted))
        .allSatisfy(token -> assertThat(all).contains(token));
    assertThat(expectations().stream().map(Expected::reason))
        .contains("card_declined", "card_limit_exceeded", "unknown_token", "country_not_served");
  }

  @Test
  void everySampleIsAnOrderOfItsOwn() throws IOException {
    assertThat(samples())
        .extracting(OutgoingOrder::orderId)
        .doesNotHaveDuplicates()
        .allSatisfy(orderId -> assertThat(orderId).startsWith("sample-"));
  }

  @Test
  void anOrderOf2000LinesIsBelowTheLimit() throws IOException {
    OutgoingOrder sample = samples().getFirst();
    Order order = EventJson.mapper().readValue(sample.data(), Order.class);
    Order large =
        new Order(
            "large",
            order.customerId(),
            order.currency(),
            order.destination(),
            order.paymentToken(),
            Collections.nCopies(2_000, order.lines().getFirst()));
    byte[] json = EventJson.mapper().writeValueAsString(large).getBytes(StandardCharsets.UTF_8);

    OrderFile file = JsonOrderFile.read(new ByteArrayInputStream(json));

    assertThat(file.count()).isEqualTo(1);
    assertThat(json).hasSizeLessThan(Channels.LARGEST_EVENT_BYTES / 3);
  }

  private static List<Expected> expectations() throws IOException {
    return samples().stream().map(sample -> sample.expected().orElseThrow()).toList();
  }

  private static List<OutgoingOrder> samples() throws IOException {
    List<OutgoingOrder> samples = new ArrayList<>();
    try (Orders orders = JsonOrderFile.read(DIRECTORY).orders()) {
      orders.forEachRemaining(samples::add);
    }
    return samples;
  }
}
