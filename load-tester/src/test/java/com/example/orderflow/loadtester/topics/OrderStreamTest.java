package com.example.orderflow.loadtester.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.loadtester.Ending;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderStreamTest {
  private static final String CREATED = "com.example.order.created";
  private static final String REJECTED = "com.example.order.rejected";

  /** The log: entry n has position n + 1. */
  private final List<String> log = new CopyOnWriteArrayList<>();

  private final List<SeenEvent> seen = new CopyOnWriteArrayList<>();
  private HttpServer service;
  private OrderStream stream;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    service.createContext("/orders/stream", this::stream);
    service.createContext("/orders/mine/events", OrderStreamTest::timeline);
    service.start();
    URI api = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    stream = new OrderStream(() -> Optional.of(api), "mine"::equals, seen::add);
  }

  @AfterEach
  void stop() {
    stream.close();
    service.stop(0);
  }

  @Test
  void anEndIsToldWithWhatItsTimelineSaysAndOrdersOfOthersAreNot() throws Exception {
    stream.startAtTheEnd(Duration.ofSeconds(10));

    happens("mine", CREATED);
    happens("another", REJECTED);
    happens("mine", REJECTED);

    await().untilAsserted(() -> assertThat(seen).hasSize(2));
    assertThat(seen).extracting(SeenEvent::type).containsExactly(CREATED, REJECTED);
    assertThat(seen.getLast().ending()).contains(Ending.REJECTED);
    assertThat(seen.getLast().data()).asString().contains("sku");
  }

  @Test
  void aStreamThatBreaksOffIsTakenUpAfterItsLastPosition() throws Exception {
    happens("mine", CREATED);
    stream.startAtTheEnd(Duration.ofSeconds(10));

    happens("mine", CREATED); // every answer of this service ends with what there is

    await().untilAsserted(() -> assertThat(seen).hasSize(1));
  }

  @Test
  void whatHappenedBeforeIsReadBackWhenAskedFor() throws Exception {
    happens("mine", CREATED);
    stream.startAtTheEnd(Duration.ofSeconds(10));

    assertThat(stream.readBack()).isTrue();

    assertThat(seen).extracting(SeenEvent::orderId).containsExactly("mine");
  }

  @Test
  void whoCannotBeReachedIsNamedWithTheReason() {
    URI closed = URI.create("http://127.0.0.1:9");
    try (OrderStream unreachable =
        new OrderStream(() -> Optional.of(closed), "mine"::equals, seen::add)) {
      assertThatThrownBy(() -> unreachable.startAtTheEnd(Duration.ZERO))
          .isInstanceOf(TimeoutException.class)
          .hasMessage(
              "the order API does not answer, tried for 0 s:"
                  + " http://127.0.0.1:9/orders/stream: nobody listens there");
    }
  }

  private void happens(String order, String type) {
    int position = log.size() + 1;
    log.add(
        "id: %1$d\nevent: order\ndata: {\"position\":%1$d,\"orderId\":\"%2$s\",\"type\":\"%3$s\"}\n\n"
            .formatted(position, order, type));
  }

  private void stream(HttpExchange exchange) throws IOException {
    String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    int after = last == null ? log.size() : Integer.parseInt(last);
    answer(
        exchange,
        "retry: 1000\nid: %d\n\n".formatted(after)
            + String.join("", log.subList(after, log.size())));
  }

  private static void timeline(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        """
        {"entries": [
          {"position": 1, "kind": "event", "type": "com.example.order.created", "id": "a"},
          {"position": 3, "kind": "event", "type": "com.example.order.rejected", "id": "b",
           "source": "validate-order", "data": {"violations": [{"field": "sku"}]}}]}""");
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(body.getBytes(UTF_8));
    exchange.close();
  }
}
