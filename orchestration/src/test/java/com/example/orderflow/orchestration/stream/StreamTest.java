package com.example.orderflow.orchestration.stream;

import static com.example.orderflow.events.EventType.ORDER_CREATED;
import static com.example.orderflow.events.EventType.ORDER_SHIPPED;
import static com.example.orderflow.events.EventType.ORDER_VALIDATED;
import static com.example.orderflow.events.EventType.PAYMENT_COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.Api;
import com.example.orderflow.orchestration.AtTheService;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.example.orderflow.orchestration.order.OrderState;
import com.example.orderflow.orchestration.projection.Entry;
import com.example.orderflow.orchestration.projection.Log;
import com.example.orderflow.orchestration.projection.TimelineTable;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class StreamTest extends AtTheService {
  private static final int CLIENTS = 1_000;
  private static final int ORDERS = 400;
  private static final int ORDERS_PER_SECOND = 100;

  @Inject Log log;

  @Test
  void allOrdersAreToldFromNowOn() {
    try (SseClient client = new SseClient(url, "/orders/stream").connected()) {
      told.events("stream-1", ORDER_CREATED, ORDER_VALIDATED);

      JsonNode event = client.next();

      assertThat(event.path("orderId").asText()).isEqualTo("stream-1");
      assertThat(event.path("type").asText()).isEqualTo(ORDER_CREATED.type());
      assertThat(event.path("state").asText()).isEqualTo("placed");
      assertThat(event.path("wiring").asText()).isEqualTo("broker");
      assertThat(event.path("position").asLong()).isEqualTo(client.position());
      assertThat(client.next().path("state").asText()).isEqualTo("validated");
    }
  }

  @Test
  void oneOrderIsToldFromItsBeginning() {
    told.events("stream-2", ORDER_CREATED, ORDER_VALIDATED);
    await().until(() -> api.get("/orders/stream-2").status() == 200);

    try (SseClient client = new SseClient(url, "/orders/stream-2/stream").connected()) {
      told.events("stream-3", ORDER_CREATED);
      told.events("stream-2", ORDER_CREATED, ORDER_VALIDATED, PAYMENT_COMPLETED, ORDER_SHIPPED);

      assertThat(client.next(4))
          .extracting(event -> event.path("state").asText())
          .containsExactly("placed", "validated", "paid", "shipped");
    }
  }

  @Test
  void aClientGoesOnWhereItWas() {
    try (SseClient all = new SseClient(url, "/orders/stream").connected()) {
      told.events("stream-4", ORDER_CREATED, ORDER_VALIDATED, PAYMENT_COMPLETED);
      List<JsonNode> events = all.next(3);
      String seen = events.get(0).path("position").asText();

      try (SseClient again = new SseClient(url, "/orders/stream", seen).connected();
          SseClient one = new SseClient(url, "/orders/stream-4/stream", seen).connected()) {
        assertThat(again.next(2)).isEqualTo(events.subList(1, 3));
        assertThat(one.next(2)).isEqualTo(events.subList(1, 3));
      }
    }
  }

  @Test
  void whatAnotherInstanceWroteIsToldToo() throws SQLException {
    try (SseClient client = new SseClient(url, "/orders/stream").connected()) {
      appendPastThisInstance("elsewhere", 3);

      assertThat(client.next(3))
          .extracting(event -> event.path("orderId").asText())
          .containsOnly("elsewhere");
    }
  }

  @Test
  void aClientThatDoesNotReadMissesNothingAndHoldsUpNobody() throws SQLException {
    try (SseClient slow = new SseClient(url, "/orders/stream").connected();
        SseClient quick = new SseClient(url, "/orders/stream").connected()) {
      long last = 0;
      for (int batch = 0; batch < 30; batch++) {
        last = appendPastThisInstance("slow", 1_000);
      }

      quick.readThrough(last);
      slow.readThrough(last);
    }
  }

  @Test
  void aWrongLastEventIdIsRefusedWithItsRule() {
    for (String wrong : List.of("-1", "abc", "999999999999", "1e3")) {
      Api.Heard answer = api.send(api.to("/orders/stream").GET().header("Last-Event-ID", wrong));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.fields()).containsExactly("Last-Event-ID");
      assertThat(answer.body().at("/violations/0/value").asText()).isEqualTo(wrong);
    }
  }

  @Test
  void anUnknownOrderHasNoStream() {
    assertThat(api.get("/orders/nobody/stream").status()).isEqualTo(404);
  }

  @Test
  void aThousandClientsMissNothingAndNoMoreAreServed()
      throws ExecutionException, InterruptedException {
    List<SseClient> clients = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < CLIENTS; n++) {
        clients.add(new SseClient(url, "/orders/stream"));
      }
      clients.forEach(SseClient::connected);
      long last = clients.getLast().position() + ORDERS * 4L;
      List<Future<?>> reading = new ArrayList<>();
      clients.forEach(client -> reading.add(threads.submit(() -> client.readThrough(last))));
      Api.Heard oneMore = api.get("/orders/stream");

      tellAtTheRate("thousand");

      for (Future<?> reader : reading) {
        reader.get();
      }
      assertThat(oneMore.status()).isEqualTo(503);
      assertThat(oneMore.header("Retry-After")).isNotEmpty();
      assertThat(oneMore.text("detail")).contains("1000 clients");
    } finally {
      clients.forEach(SseClient::close);
    }
    await().until(() -> api.get("/stats").body().path("streams").asInt() == 0);
  }

  private void tellAtTheRate(String prefix) {
    long start = System.nanoTime();
    long gap = Duration.ofSeconds(1).toNanos() / ORDERS_PER_SECOND;
    for (int n = 0; n < ORDERS; n++) {
      LockSupport.parkNanos(start + n * gap - System.nanoTime());
      told.events(
          prefix + "-" + n, ORDER_CREATED, ORDER_VALIDATED, PAYMENT_COMPLETED, ORDER_SHIPPED);
    }
  }

  /** As another instance does it: nobody here is told. */
  private long appendPastThisInstance(String orderId, int count) throws SQLException {
    return log.write(
        (position, connection) -> {
          TimelineTable.append(
              connection,
              LongStream.rangeClosed(position + 1, position + count)
                  .mapToObj(next -> entry(next, orderId))
                  .toList());
          return position + count;
        });
  }

  private static Entry entry(long position, String orderId) {
    return new Entry(
        position,
        orderId,
        Entry.Kind.MARK,
        "test",
        "another instance",
        Long.toString(position),
        Instant.EPOCH,
        null,
        "a note",
        Wiring.CHAIN,
        OrderState.of("placed").orElseThrow());
  }
}
