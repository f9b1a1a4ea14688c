package com.example.orderflow.loadtester.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.reading.JsonOrderFile;
import com.example.orderflow.loadtester.reading.Orders;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import com.example.orderflow.loadtester.sending.SendOutcome.Accepted;
import com.example.orderflow.loadtester.sending.SendOutcome.GivenUp;
import com.example.orderflow.loadtester.sending.SendOutcome.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderSenderTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
  private static final SendSettings FAST =
      new SendSettings(
          new Entrance.Api(Optional.of(Wiring.CHAIN)),
          4,
          1,
          Duration.ofSeconds(5),
          Duration.ofMillis(1),
          Duration.ofMillis(4),
          Duration.ofSeconds(20),
          Duration.ZERO);

  private final List<SendOutcome> outcomes = new CopyOnWriteArrayList<>();
  private final List<String> retries = new CopyOnWriteArrayList<>();

  @Test
  void theApiGetsTheOrderWithItsTrace() throws Exception {
    try (Ingress ingress = new Ingress(attempt -> 202)) {
      send(1, FAST, ingress::address);

      Map<String, String> headers = ingress.received.getFirst();
      assertThat(headers).containsEntry("content-type", "application/json");
      assertThat(headers.get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
      assertThat(ingress.bodies).containsExactly("{\"orderId\":\"o-0\",\"lines\":[]}");
    }
  }

  @Test
  void theBrokerGetsTheOrderAsOrderCreated() throws Exception {
    try (Ingress ingress = new Ingress(attempt -> 202)) {
      send(1, FAST.withEntrance(new Entrance.Broker()), ingress::address);

      Map<String, String> headers = ingress.received.getFirst();
      assertThat(headers)
          .containsEntry("content-type", "application/json")
          .containsEntry("ce-specversion", "1.0")
          .containsEntry("ce-type", "com.example.order.created")
          .containsEntry("ce-source", "order-service")
          .containsEntry("ce-id", EventIds.ofOrder("o-0"))
          .containsEntry("ce-subject", "o-0")
          .containsEntry("ce-partitionkey", "o-0")
          .containsEntry("ce-time", "2026-01-01T12:00:00Z")
          .containsEntry(
              "ce-dataschema",
              "https://schemas.example.com/orderflow/com.example.order.created/v1.json");
      assertThat(headers.get("ce-traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
      assertThat(ingress.bodies).containsExactly("{\"orderId\":\"o-0\",\"lines\":[]}");
    }
  }

  @Test
  void everyOrderHasItsOwnTraceAndItsCopiesShareIt() throws Exception {
    try (Ingress ingress = new Ingress(attempt -> 202)) {
      send(20, FAST.withRepeat(3), ingress::address);

      Map<String, Long> copies =
          ingress.received.stream()
              .collect(
                  Collectors.groupingBy(
                      headers -> headers.get("traceparent"), Collectors.counting()));
      assertThat(copies).hasSize(20).allSatisfy((order, count) -> assertThat(count).isEqualTo(3));
    }
  }

  @Test
  void noMoreRequestsThanAllowedWaitAtOnce() throws Exception {
    try (Ingress ingress = new Ingress(attempt -> 202)) {
      send(200, FAST, ingress::address);

      assertThat(ingress.received).hasSize(200);
      assertThat(ingress.mostAtOnce).hasValueLessThanOrEqualTo(4);
      assertThat(outcomes).hasSize(200).containsOnly(new Accepted());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 429, 408})
  void aPassingFaultIsTriedAgain(int status) throws Exception {
    try (Ingress ingress = new Ingress(attempt -> attempt < 4 ? status : 202)) {
      send(1, FAST, ingress::address);

      assertThat(ingress.received).hasSize(4);
      assertThat(retries).hasSize(3).containsOnly(status + " because");
      assertThat(outcomes).containsExactly(new Accepted());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 413, 415, 301})
  void aRefusalIsFinalAndKeepsItsReason(int status) throws Exception {
    try (Ingress ingress = new Ingress(attempt -> status)) {
      send(1, FAST, ingress::address);

      assertThat(ingress.received).hasSize(1);
      assertThat(outcomes).containsExactly(new Refused(status, status + " because"));
    }
  }

  @Test
  void aPlatformThatComesBackOnAnotherPortIsFound() throws Exception {
    Ingress gone = new Ingress(attempt -> 202);
    URI closed = gone.address().orElseThrow();
    gone.close();
    try (Ingress ingress = new Ingress(attempt -> 202)) {
      Iterator<Optional<URI>> addresses =
          List.of(Optional.of(closed), Optional.<URI>empty(), ingress.address()).iterator();

      send(1, FAST, addresses::next);

      assertThat(outcomes).containsExactly(new Accepted());
      assertThat(retries).hasSize(2).last().isEqualTo("the platform is not running");
    }
  }

  @Test
  void aPlatformThatStaysAwayIsGivenUp() throws Exception {
    SendSettings impatient =
        new SendSettings(
            FAST.entrance(),
            4,
            1,
            FAST.timeout(),
            FAST.firstPause(),
            FAST.longestPause(),
            Duration.ZERO,
            FAST.rest());

    send(20_000, impatient, Optional::empty);

    assertThat(outcomes).hasSize(20_000).containsOnly(new GivenUp("the platform is not running"));
  }

  @Test
  void aCustomerRestsBeforeTheNextOrder() throws Exception {
    Duration rest = Duration.ofMillis(30);
    List<Long> posted = new CopyOnWriteArrayList<>();
    SendListener watch =
        new SendListener() {
          @Override
          public void posting(OutgoingOrder order, Instant at) {
            posted.add(System.nanoTime());
          }
        };
    try (Ingress ingress = new Ingress(attempt -> 202);
        Orders orders = orders(3)) {
      new OrderSender(
              ingress::address, FAST.withInFlight(1).withRest(rest), watch, CLOCK, new Random(7))
          .send(orders);
    }

    assertThat(posted).hasSize(3);
    assertThat(posted.get(1) - posted.get(0)).isGreaterThanOrEqualTo(rest.toNanos());
    assertThat(posted.get(2) - posted.get(1)).isGreaterThanOrEqualTo(rest.toNanos());
  }

  @Test
  void aFaultOfTheListenerEndsTheRunAndIsNamed() throws Exception {
    SendListener broken =
        new SendListener() {
          @Override
          public void settled(OutgoingOrder order, SendOutcome outcome) {
            throw new IllegalArgumentException("no room for " + order.orderId());
          }
        };
    try (Ingress ingress = new Ingress(attempt -> 202);
        Orders orders = orders(1)) {
      OrderSender sender = new OrderSender(ingress::address, FAST, broken, CLOCK, new Random(7));

      assertThatThrownBy(() -> sender.send(orders))
          .hasMessage("the orders could not all be sent")
          .hasRootCauseMessage("no room for o-0");
    }
  }

  private void send(int count, SendSettings settings, Supplier<Optional<URI>> ingress)
      throws IOException, InterruptedException {
    try (Orders orders = orders(count)) {
      new OrderSender(ingress, settings, new Recorder(), CLOCK, new Random(7)).send(orders);
    }
  }

  private static Orders orders(int count) throws IOException {
    String text =
        IntStream.range(0, count)
            .mapToObj("{\"orderId\":\"o-%d\",\"lines\":[]}"::formatted)
            .collect(Collectors.joining("\n"));
    return JsonOrderFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .orders();
  }

  private final class Recorder implements SendListener {
    @Override
    public void retrying(OutgoingOrder order, String reason) {
      retries.add(reason);
    }

    @Override
    public void settled(OutgoingOrder order, SendOutcome outcome) {
      outcomes.add(outcome);
    }
  }
}
