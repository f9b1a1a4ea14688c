package com.example.orderflow.orchestration.api;

import static com.example.orderflow.orchestration.Api.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import com.example.orderflow.orchestration.Api;
import com.example.orderflow.orchestration.Api.Heard;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.example.orderflow.orchestration.Topic;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class EventsInTest {

  @TestHTTPResource URI url;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private Api api;

  @BeforeEach
  void speak() {
    api = new Api(url);
  }

  @Test
  void anEventInBinaryModeIsAnOrder() {
    Heard answer = api.send(binary(EventType.Name.ORDER_CREATED, order("event-1")));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Location")).endsWith("/orders/event-1");
    assertThat(answer.body().isMissingNode())
        .as("no body: it would be taken for an event")
        .isTrue();
    try (Topic orders = new Topic(kafka, Channels.ORDERS_TOPIC)) {
      assertThat(orders.await("event-1", 1).getFirst().attribute("id"))
          .isEqualTo(EventIds.ofOrder("event-1"));
    }
  }

  @Test
  void anEventInStructuredModeIsTheSameOrder() {
    api.send(binary(EventType.Name.ORDER_CREATED, order("event-2")));

    Heard answer = api.send(structured(EventType.Name.ORDER_CREATED, order("event-2")));

    assertThat(answer.status()).isEqualTo(202);
  }

  @Test
  void anotherOrderUnderAKnownIdIsRefusedForGood() {
    api.send(binary(EventType.Name.ORDER_CREATED, order("event-3", 1)));

    Heard answer = api.send(binary(EventType.Name.ORDER_CREATED, order("event-3", 2)));

    assertThat(answer.status()).isEqualTo(422);
  }

  @Test
  void anEventOfAnotherTypeIsRefused() {
    Heard answer = api.send(structured(EventType.Name.ORDER_SHIPPED, order("event-4")));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("detail")).contains(EventType.Name.ORDER_SHIPPED);
  }

  @Test
  void everyMissingAttributeIsNamedAtOnce() {
    Heard answer = api.send(api.posting("/events", order("event-5")).header("ce-time", "now"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fields()).containsExactly("specversion", "id", "source", "type", "time");
  }

  @Test
  void anOrderWithoutANameIsRefused() {
    Heard answer = api.send(binary(EventType.Name.ORDER_CREATED, Api.unnamed(1)));

    assertThat(answer.fields()).containsExactly("orderId");
  }

  @Test
  void aSubjectThatIsNotTheOrderIsRefused() {
    Heard answer =
        api.send(
            binary(EventType.Name.ORDER_CREATED, order("event-6")).header("ce-subject", "other"));

    assertThat(answer.fields()).containsExactly("subject");
  }

  @Test
  void whatIsNoEventIsRefused() {
    Heard list = api.send(structuredBody("[]"));
    Heard broken = api.send(structuredBody("{"));
    Heard batch =
        api.send(
            api.to("/events")
                .header("Content-Type", "application/cloudevents-batch+json")
                .POST(BodyPublishers.ofString("[]")));

    assertThat(list.status()).isEqualTo(400);
    assertThat(broken.status()).isEqualTo(400);
    assertThat(batch.status()).isEqualTo(415);
  }

  private HttpRequest.Builder binary(String type, String order) {
    return api.posting("/events", order)
        .header("ce-specversion", "1.0")
        .header("ce-id", "1")
        .header("ce-source", "shop")
        .header("ce-type", type);
  }

  private HttpRequest.Builder structured(String type, String order) {
    return structuredBody(
        """
        {"specversion": "1.0", "id": "1", "source": "shop", "type": "%s", "data": %s}"""
            .formatted(type, order));
  }

  private HttpRequest.Builder structuredBody(String body) {
    return api.to("/events")
        .header("Content-Type", "application/cloudevents+json")
        .POST(BodyPublishers.ofString(body));
  }
}
