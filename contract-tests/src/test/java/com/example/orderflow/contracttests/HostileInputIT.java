package com.example.orderflow.contracttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.topics.DeadLetter;
import com.example.orderflow.loadtester.topics.SeenEvent;
import com.example.orderflow.localplatform.PlatformAddresses;
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

  @ParameterizedTest
  @MethodSource
  void theIngressRefusesWithAReason(HostileRequest request) {
    request.sendTo(client.addresses().broker()).assertRefusedWithAReason();
  }

  static List<HostileRequest> theIngressRefusesWithAReason() {
    return HostileRequests.against(
        client.addresses().broker().getPath(), TYPE, FunctionCorpus.data(TYPE));
  }

  @ParameterizedTest
  @MethodSource
  void aFunctionRefusesWithAReason(String function, HostileRequest request) {
    request.sendTo(client.addresses().services().get(function)).assertRefusedWithAReason();
  }

  static Stream<Arguments> aFunctionRefusesWithAReason() {
    return FunctionCorpus.functions().stream()
        .flatMap(
            function ->
                FunctionCorpus.against(function).stream()
                    .map(request -> Arguments.of(function, request)));
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void aBodyWithoutEndIsRefusedOrTheConnectionClosed(URI address) {
    for (HostileRequest request : HostileRequests.withoutEnd(address.getPath())) {
      HostileRequest.Reply reply = request.sendTo(address);

      if (reply.status() != 0) {
        reply.assertRefusedWithAReason();
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
        reply.get().assertRefusedWithAReason();
      }
    }
  }

  static Stream<URI> addresses() {
    PlatformAddresses all = client.addresses();
    return Stream.concat(
        Stream.of(all.broker()),
        FunctionCorpus.functions().stream()
            .map(all.services()::get)
            .map(service -> service.resolve("/")));
  }

  @Test
  void whatTheIngressTakesAndNoFunctionCanUseEndsOnTheDeadLettersWithTheReason() throws Exception {
    URI broker = client.addresses().broker();
    Map<String, UnwelcomeEvent> sent = new HashMap<>();
    for (UnwelcomeEvent event : UnwelcomeEvent.madeFrom(FunctionCorpus.data(TYPE))) {
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
}
