package com.example.orderflow.orchestration.projection;

import static com.example.orderflow.events.EventType.ORDER_CREATED;
import static com.example.orderflow.events.EventType.ORDER_SHIPPED;
import static com.example.orderflow.events.EventType.ORDER_VALIDATED;
import static com.example.orderflow.events.EventType.PAYMENT_COMPLETED;
import static com.example.orderflow.events.EventType.PAYMENT_REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.Channels;
import com.example.orderflow.orchestration.Api;
import com.example.orderflow.orchestration.AtTheService;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.example.orderflow.orchestration.Told;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class ProjectionTest extends AtTheService {
  @Inject DataSource database;
  @Inject MeterRegistry metrics;

  @Test
  void anAcceptedOrderIsFollowedToItsEnd() {
    api.place(Api.order("follow-1"));

    told.events("follow-1", ORDER_CREATED, ORDER_VALIDATED, PAYMENT_COMPLETED, ORDER_SHIPPED);

    awaitState("follow-1", "shipped");
    assertThat(types("follow-1"))
        .containsExactly(
            ORDER_CREATED.type(),
            ORDER_VALIDATED.type(),
            PAYMENT_COMPLETED.type(),
            ORDER_SHIPPED.type());
    assertThat(entries("follow-1").get(0).at("/data/customerId").asText()).isEqualTo("17850");
    assertThat(api.get("/orders/follow-1").body().at("/order/lines/0/sku").asText())
        .isEqualTo("85123A");
  }

  @Test
  void anOrderThatWentPastTheApiIsKnownFromItsEvents() {
    told.events("past-1", ORDER_CREATED, ORDER_VALIDATED);

    awaitState("past-1", "validated");
    assertThat(api.get("/orders/past-1").body().path("customerId").asText()).isEqualTo("17850");
    assertThat(api.get("/orders/past-1").body().at("/order/orderId").asText()).isEqualTo("past-1");
  }

  @Test
  void repeatsAreOnTheTimelineOnce() {
    told.events("repeat-1", ORDER_CREATED, ORDER_VALIDATED);
    told.events("repeat-1", ORDER_CREATED, ORDER_VALIDATED, PAYMENT_COMPLETED);

    awaitState("repeat-1", "paid");
    assertThat(types("repeat-1")).hasSize(3);
  }

  @Test
  void aSecondEndIsMarkedAndDoesNotCount() {
    long conflicts = api.get("/stats").body().path("conflicts").asLong();
    told.events("conflict-1", ORDER_SHIPPED);
    awaitState("conflict-1", "shipped");

    told.events("conflict-1", PAYMENT_REFUNDED);

    // The first event of a way has the same id each time: here it is another source that says it.
    await().until(() -> order("conflict-1").path("conflict").asBoolean());
    assertThat(order("conflict-1").path("state").asText()).isEqualTo("shipped");
    assertThat(entries("conflict-1").getLast().path("note").asText())
        .isEqualTo(
            "com.example.payment.refunded came when the order was shipped: it stays shipped");
    assertThat(api.get("/stats").body().path("conflicts").asLong()).isEqualTo(conflicts + 1);
  }

  @Test
  void aDeadLetterIsAMarkWithItsReason() {
    long before = api.get("/stats").body().path("deadLetters").asLong();
    double counted = deadLetters();

    told.deadLetter("dead-1", ORDER_CREATED, "event-1", "400", "lines: null, but it is required");

    await().until(() -> api.get("/orders/dead-1").status() == 200);
    assertThat(order("dead-1").path("deadLettered").asBoolean()).isTrue();
    assertThat(entries("dead-1").getFirst().path("note").asText())
        .isEqualTo(
            "com.example.order.created could not be delivered to http://validate-order, which"
                + " answered 400: lines: null, but it is required");
    assertThat(api.get("/stats").body().path("deadLetters").asLong()).isEqualTo(before + 1);
    await().until(() -> deadLetters() > counted); // counted after the commit
  }

  @Test
  void whatIsNoEventIsSkippedAndBlocksNothing() {
    told.record(Channels.ORDER_EVENTS_TOPIC, Map.of(), "no event");
    told.event("poison-1", ORDER_CREATED, "broken", null, "{\"orderId\": ");
    told.event("poison-1", ORDER_CREATED, "zero\0byte", null, "{}");
    told.event("poison 1", ORDER_CREATED, "no-order-id", null, "{}");
    Map<String, String> unknown = Told.attributes("poison-1", ORDER_CREATED, "unknown");
    unknown.put("ce_type", "com.example.order.lost");
    told.record(Channels.ORDER_EVENTS_TOPIC, unknown, "{}");

    told.events("poison-2", ORDER_CREATED, ORDER_VALIDATED);

    awaitState("poison-2", "validated");
    assertThat(api.get("/orders/poison-1").status()).isEqualTo(404);
  }

  @Test
  void whileTheDatabaseTakesNothingABatchWaitsAndNothingIsLost() throws SQLException {
    double before = postponed();
    execute("alter table timeline rename to away");
    try {
      told.events("outage-1", ORDER_CREATED, ORDER_VALIDATED, PAYMENT_COMPLETED, ORDER_SHIPPED);
      await().until(() -> postponed() > before + 1);
    } finally {
      execute("alter table away rename to timeline");
    }

    awaitState("outage-1", "shipped");
    assertThat(types("outage-1")).hasSize(4);
  }

  @Test
  void theCountsAreThoseOfTheOrders() {
    long before = shipped();
    List<String> ids = Told.ids("count", 30);

    ids.forEach(
        id -> told.events(id, ORDER_CREATED, ORDER_VALIDATED, PAYMENT_COMPLETED, ORDER_SHIPPED));

    await().untilAsserted(() -> assertThat(shipped()).isEqualTo(before + 30));
  }

  private double postponed() {
    return metrics.counter("orderflow.projection.postponed").count();
  }

  private double deadLetters() {
    return metrics.counter("orderflow.projection.dead.letters").count();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long shipped() {
    return api.get("/stats").body().at("/orders/broker/shipped").asLong();
  }

  private JsonNode order(String id) {
    return api.get("/orders/" + id).body();
  }

  private void awaitState(String id, String state) {
    await().untilAsserted(() -> assertThat(order(id).path("state").asText()).isEqualTo(state));
  }

  private List<JsonNode> entries(String id) {
    return api.get("/orders/" + id + "/events").body().path("entries").valueStream().toList();
  }

  private List<String> types(String id) {
    return entries(id).stream().map(entry -> entry.path("type").asText()).toList();
  }
}
