package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.topics.DeadLetter;
import com.example.orderflow.loadtester.topics.SeenEvent;
import com.example.orderflow.localplatform.PlatformAddresses;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is sent to whichever address: an answer, no internal error, a reason, and a platform
 * that works on.
 */
class HostileInputIT extends OnOnePlatform {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EventType TYPE = EventType.ORDER_CREATED;

  /** Each function's address, with a type that is welcome there. */
  private static final Map<String, EventType> FUNCTIONS =
      Map.of(
          EventType.Source.VALIDATE_ORDER, EventType.ORDER_CREATED,
          EventType.Source.PROCESS_PAYMENT, EventType.ORDER_VALIDATED,
          EventType.Source.SHIP_ORDER, EventType.PAYMENT_COMPLETED);

  @ParameterizedTest
  @MethodSource
  void theIngressRefusesWithAReason(HostileRequest request) {
    assertRefusedWithAReason(request.sendTo(client.addresses().broker()));
  }

  static List<HostileRequest> theIngressRefusesWithAReason() throws IOException {
    return HostileRequests.against(client.addresses().broker().getPath(), TYPE, sample(TYPE));
  }

  @ParameterizedTest
  @MethodSource
  void aFunctionRefusesWithAReason(String function, HostileRequest request) {
    assertRefusedWithAReason(request.sendTo(client.addresses().services().get(function)));
  }

  static Stream<Arguments> aFunctionRefusesWithAReason() throws IOException {
    Stream.Builder<Arguments> all = Stream.builder();
    for (String function : FUNCTIONS.keySet().stream().sorted().toList()) {
      EventType type = FUNCTIONS.get(function);
      HostileRequests.against("/", type, sample(type))
          .forEach(request -> all.add(Arguments.of(function, request)));
      UnwelcomeEvent.madeFrom(sample(type))
          .forEach(event -> all.add(Arguments.of(function, event.to("/", type, "direct"))));
    }
    return all.build();
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void aBodyWithoutEndIsRefusedOrTheConnectionClosed(URI address) {
    for (HostileRequest request : HostileRequests.withoutEnd(address.getPath())) {
      HostileRequest.Reply reply = request.sendTo(address);

      if (reply.status() != 0) {
        assertRefusedWithAReason(reply);
      }
    }
  }

  @Test
  void aSenderThatStopsInTheMiddleIsNotWaitedForForEver() throws Exception {
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<HostileRequest.Reply>> requests = new ArrayList<>();
      addresses()
          .forEach(to -> requests.add(() -> HostileRequests.breakingOff(to.getPath()).sendTo(to)));

      for (Future<HostileRequest.Reply> reply : senders.invokeAll(requests)) {
        assertThat(reply.get().status()).isEqualTo(408);
        assertRefusedWithAReason(reply.get());
      }
    }
  }

  static Stream<URI> addresses() {
    PlatformAddresses all = client.addresses();
    return Stream.concat(
        Stream.of(all.broker()),
        FUNCTIONS.keySet().stream().map(all.services()::get).map(service -> service.resolve("/")));
  }

  @Test
  void whatTheIngressTakesAndNoFunctionCanUseEndsOnTheDeadLettersWithTheReason() throws Exception {
    URI broker = client.addresses().broker();
    Map<String, UnwelcomeEvent> sent = new HashMap<>();
    for (UnwelcomeEvent event : UnwelcomeEvent.madeFrom(sample(TYPE))) {
      String id = "unwelcome-" + sent.size();
      sent.put(id, event);

      assertThat(event.to(broker.getPath(), TYPE, id).sendTo(broker).status())
          .as(event.name())
          .isEqualTo(202);
    }

    Map<String, DeadLetter> letters =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(this::deadLetters, all -> all.keySet().containsAll(sent.keySet()));
    for (Map.Entry<String, UnwelcomeEvent> event : sent.entrySet()) {
      assertThat(reason(letters.get(event.getKey()))).as(event.getValue().name()).isNotBlank();
    }
  }

  @Test
  void anOrderIsShippedAfterAllThat() throws Exception {
    URI broker = client.addresses().broker();
    theIngressRefusesWithAReason().forEach(request -> request.sendTo(broker));

    assertThat(client.send(MadeOrders.good("after-all", 1)).shipped()).isEqualTo(1);
  }

  private static void assertRefusedWithAReason(HostileRequest.Reply reply) {
    assertThat(reply.status()).isBetween(400, 499);
    assertThat(reply.body()).isNotBlank();
  }

  private Map<String, DeadLetter> deadLetters() {
    return client.events().stream()
        .filter(event -> event.deadLetter().isPresent())
        .collect(
            Collectors.toMap(SeenEvent::id, event -> event.deadLetter().get(), (one, copy) -> one));
  }

  /** The detail of the function's answer. */
  private static String reason(DeadLetter letter) throws IOException {
    return JSON.readTree(letter.answer().orElseThrow()).path("detail").asText();
  }

  private static String sample(EventType type) throws IOException {
    JsonNode event = JSON.readTree(Checkout.EVENTS.resolve(type.type() + ".json").toFile());
    return event.path("data").toPrettyString();
  }
}
