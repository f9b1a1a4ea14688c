package com.example.orderflow.orchestration.argo;

import static com.example.orderflow.orchestration.Api.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.orchestration.Api;
import com.example.orderflow.orchestration.OrchestrationParts;
import com.example.orderflow.orchestration.Topic;
import com.example.orderflow.orchestration.Topic.Entry;
import com.example.orderflow.orchestration.pipeline.AcceptedOrder;
import com.example.orderflow.orchestration.pipeline.EventPublisher;
import io.cloudevents.CloudEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders through the wiring argo: the local platform's Argo, and functions that stand in. */
@QuarkusTest
@WithTestResource(OrchestrationParts.class)
class ArgoWiringTest {
  @TestHTTPResource URI url;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Inject ArgoServer argo;
  @Inject StartedWorkflows started;
  @Inject EventPublisher publisher;
  @Inject FailedWorkflows failed;
  @Inject ArgoConfig config;

  private Api api;

  @BeforeEach
  void speak() {
    api = new Api(url);
  }

  @Test
  void everyStepOfAnOrderIsKnownToAllInItsOrder() {
    place("argo-1");

    assertThat(events("argo-1", 4))
        .containsExactly(
            EventType.ORDER_CREATED.type(),
            EventType.ORDER_VALIDATED.type(),
            EventType.PAYMENT_COMPLETED.type(),
            EventType.ORDER_SHIPPED.type());
    assertForgotten("argo-1");
  }

  @Test
  void whatCannotBeShippedIsRefunded() {
    place("argo-2-unshippable");

    assertThat(events("argo-2-unshippable", 5))
        .endsWith(EventType.SHIPMENT_FAILED.type(), EventType.PAYMENT_REFUNDED.type());
  }

  @Test
  void aStepThatFailsOnceIsTriedAgain() {
    place("argo-3-flaky");

    assertThat(events("argo-3-flaky", 4)).endsWith(EventType.ORDER_SHIPPED.type());
  }

  @Test
  void aWorkflowThatFailsIsADeadLetterWithTheReason() {
    place("argo-4-wrong");

    Entry letter = entries(Channels.DEAD_LETTERS_TOPIC, "argo-4-wrong", 1).getFirst();
    assertThat(letter.attribute("type")).isEqualTo(EventType.ORDER_CREATED.type());
    assertThat(letter.attribute("knativeerrorcode")).isEqualTo("400");
    assertThat(Base64.getDecoder().decode(letter.attribute("knativeerrordata")))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"title\":\"wrong\"}");
    assertForgotten("argo-4-wrong");
  }

  @Test
  void aSecondSubmitIsNoSecondWorkflow() {
    CloudEvent created = created("argo-5");
    String name = WorkflowName.of("argo-5");
    argo.submit(name, created).await().atMost(Duration.ofSeconds(5));
    int steps = steps(name);

    argo.submit(name, created).await().atMost(Duration.ofSeconds(5));

    assertThat(steps(name)).isEqualTo(steps);
  }

  @Test
  void aFailedWorkflowMakesRoomForAnotherTry() {
    String name = WorkflowName.of("argo-6-wrong");
    CloudEvent wrong = created("argo-6-wrong");
    argo.submit(name, wrong).await().atMost(Duration.ofSeconds(5));
    await().until(() -> story(name).ending() instanceof Ending.Failed);

    argo.submit(name, created("argo-6")).await().atMost(Duration.ofSeconds(5));

    await().until(() -> story(name).ending() instanceof Ending.Succeeded);
  }

  @Test
  void workflowsThatWereUnderWayBeforeARestartAreFollowed() throws Exception {
    String name = WorkflowName.of("argo-7");
    started.add(name, "argo-7");
    argo.submit(name, created("argo-7")).await().atMost(Duration.ofSeconds(5));
    Follower restarted = new Follower(argo, started, publisher, failed, config);

    restarted.start(null);

    assertThat(events("argo-7", 3)).endsWith(EventType.ORDER_SHIPPED.type());
    assertForgotten("argo-7");
    restarted.stop(null);
  }

  @Test
  void aWorkflowThatIsGoneIsLeftToTheSweeper() throws Exception {
    started.add("order-argo-8", "argo-8");
    Follower restarted = new Follower(argo, started, publisher, failed, config);

    restarted.start(null);

    assertForgotten("argo-8");
    restarted.stop(null);
  }

  @Test
  void aHintIsTakenFromAnybodyAndBelievedFromNobody() {
    assertThat(api.send(api.to("/workflows/order-none").POST(BodyPublishers.noBody())).status())
        .isEqualTo(202);
  }

  private void place(String orderId) {
    api.send(api.posting("/orders?wiring=argo", order(orderId)));
  }

  private List<String> events(String orderId, int atLeast) {
    return entries(Channels.ORDER_EVENTS_TOPIC, orderId, atLeast).stream()
        .map(event -> event.attribute("type"))
        .toList();
  }

  private List<Entry> entries(String topic, String orderId, int atLeast) {
    try (Topic entries = new Topic(kafka, topic)) {
      return entries.await(orderId, atLeast);
    }
  }

  private void assertForgotten(String orderId) {
    await().until(() -> !all().contains(orderId));
  }

  private List<String> all() throws SQLException {
    return List.copyOf(started.all().values());
  }

  private WorkflowStory story(String name) {
    return new WorkflowStory(argo.workflow(name).orElseThrow());
  }

  private int steps(String name) {
    await().until(() -> story(name).ending() instanceof Ending.Succeeded);
    return story(name).events().size();
  }

  private static CloudEvent created(String orderId) {
    return new AcceptedOrder(
            orderId,
            Wiring.ARGO,
            Instant.EPOCH,
            null,
            order(orderId).getBytes(StandardCharsets.UTF_8))
        .created();
  }
}
