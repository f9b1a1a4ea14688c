package com.example.orderflow.orchestration.outbox;

import static com.example.orderflow.orchestration.Api.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import com.example.orderflow.orchestration.Api;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.example.orderflow.orchestration.Topic;
import com.example.orderflow.orchestration.Topic.Entry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way of an order from the API into Kafka. */
@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class OutboxToKafkaTest {
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @TestHTTPResource URI url;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String databaseUrl;

  @ConfigProperty(name = "quarkus.datasource.username")
  String databaseUser;

  @ConfigProperty(name = "quarkus.datasource.password")
  String databasePassword;

  private Api api;
  private OutboxDatabase database;

  @BeforeEach
  void speak() {
    api = new Api(url);
    database = new OutboxDatabase(databaseUrl, databaseUser, databasePassword);
  }

  @Test
  void anOrderForTheBrokerIsOneEventOnItsTopic() {
    api.send(api.posting("/orders", order("outbox-1")).header("traceparent", TRACE));

    try (Topic orders = new Topic(kafka, Channels.ORDERS_TOPIC)) {
      List<Entry> events = orders.await("outbox-1", 1);

      assertThat(events).hasSize(1);
      Entry event = events.getFirst();
      assertThat(event.attribute("specversion")).isEqualTo("1.0");
      assertThat(event.attribute("id")).isEqualTo(EventIds.ofOrder("outbox-1"));
      assertThat(event.attribute("source")).isEqualTo("order-service");
      assertThat(event.attribute("type")).isEqualTo(EventType.Name.ORDER_CREATED);
      assertThat(event.attribute("subject")).isEqualTo("outbox-1");
      assertThat(event.attribute("partitionkey")).isEqualTo("outbox-1");
      assertThat(event.attribute("traceparent")).isEqualTo(TRACE);
      assertThat(event.attribute("dataschema")).isEqualTo(EventType.ORDER_CREATED.dataSchema());
      assertThat(Instant.parse(event.attribute("time"))).isBefore(Instant.now());
      assertThat(event.headers()).containsEntry("content-type", "application/json");
      assertThat(event.value()).startsWith("{\"orderId\":\"outbox-1\",\"customerId\":\"17850\"");
    }
  }

  @Test
  void anOrderForTheSequenceIsKnownToAllBeforeItsSequenceStarts() {
    api.send(api.posting("/orders?wiring=sequence", order("outbox-2")));

    try (Topic events = new Topic(kafka, Channels.ORDER_EVENTS_TOPIC);
        Topic orders = new Topic(kafka, Channels.SEQUENCE_ORDERS_TOPIC)) {
      assertThat(orders.await("outbox-2", 1)).isEqualTo(events.await("outbox-2", 1));
    }
  }

  @Test
  void anOrderForTheChainIsCalledThroughToItsEnd() {
    api.send(api.posting("/orders?wiring=chain", order("outbox-chain")));

    try (Topic events = new Topic(kafka, Channels.ORDER_EVENTS_TOPIC)) {
      assertThat(events.await("outbox-chain", 4))
          .extracting(event -> event.attribute("type"))
          .containsExactly(
              EventType.Name.ORDER_CREATED,
              EventType.Name.ORDER_VALIDATED,
              EventType.Name.PAYMENT_COMPLETED,
              EventType.Name.ORDER_SHIPPED);
    }
  }

  @Test
  void theOutboxIsEmptyWhenAllIsSent() {
    Api.atOnce(100, n -> api.place(order("outbox-many-" + n)));

    await().untilAsserted(() -> assertThat(database.waiting()).isZero());
  }

  @Test
  void ordersAreAcceptedAndSentThoughTheirConnectionsAreKilledAllTheTime() {
    for (int round = 0; round < 5; round++) {
      int current = round;
      List<Api.Heard> answers =
          Api.atOnce(
              40,
              n -> {
                if (n == 20) {
                  database.killConnections();
                }
                return api.place(order("outbox-kill-" + current + "-" + n));
              });
      assertThat(answers).extracting(Api.Heard::status).containsOnly(202);
    }

    try (Topic orders = new Topic(kafka, Channels.ORDERS_TOPIC)) {
      for (int n = 0; n < 200; n++) {
        orders.await("outbox-kill-" + n / 40 + "-" + n % 40, 1);
      }
    }
  }
}
