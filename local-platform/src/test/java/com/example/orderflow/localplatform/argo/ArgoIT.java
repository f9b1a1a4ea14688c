package com.example.orderflow.localplatform.argo;

import static com.example.orderflow.localplatform.argo.ArgoUnderTest.node;
import static com.example.orderflow.localplatform.argo.ArgoUnderTest.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.EventType;
import com.example.orderflow.localplatform.argo.ArgoFunctions.Reply;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a workflow of the deployed WorkflowTemplate runs. */
class ArgoIT {
  private static final String VALIDATE = "validate-order";
  private static final String PAY = "process-payment";
  private static final String SHIP = "ship-order";

  @TempDir static Path folder;
  private static ArgoUnderTest argo;

  @BeforeAll
  static void start() throws IOException, SQLException {
    argo = new ArgoUnderTest(folder);
  }

  @AfterAll
  static void stop() {
    argo.close();
  }

  @BeforeEach
  void everyStepSucceeds() {
    argo.functions().reset();
    argo.functions().answer(VALIDATE, EventType.ORDER_VALIDATED);
    argo.functions().answer(PAY, EventType.PAYMENT_COMPLETED);
    argo.functions().answer(SHIP, EventType.ORDER_SHIPPED);
  }

  @Test
  void eachStepGetsTheAnswerOfTheStepBeforeInStructuredMode() {
    argo.submit("order-shipped");

    JsonObject status = argo.finished("order-shipped");
    assertThat(status.getString("phase")).isEqualTo("Succeeded");
    assertThat(nodes(status))
        .containsExactly(
            "tell Succeeded", "validate(0) Succeeded", "pay(0) Succeeded", "ship(0) Succeeded");
    assertThat(node(status, "pay(0)").getJsonObject("outputs").getString("result"))
        .isEqualTo(ArgoFunctions.event(EventType.PAYMENT_COMPLETED, "order-shipped").encode());
    assertThat(node(status, "pay(0)").getString("templateName")).isEqualTo("call");
    assertThat(argo.functions().calls(SHIP, "order-shipped"))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.path()).isEqualTo("/");
              assertThat(call.contentType()).isEqualTo("application/cloudevents+json");
              assertThat(call.event())
                  .isEqualTo(ArgoFunctions.event(EventType.PAYMENT_COMPLETED, "order-shipped"));
            });
  }

  @Test
  void aRejectedOrderIsNotPaid() {
    argo.functions().answer(VALIDATE, EventType.ORDER_REJECTED);

    argo.submit("order-rejected");

    assertThat(nodes(argo.finished("order-rejected")))
        .containsExactly("tell Succeeded", "validate(0) Succeeded");
    assertThat(argo.phase("order-rejected")).isEqualTo("Succeeded");
  }

  @Test
  void whatCannotBeShippedIsRefunded() {
    argo.functions().answer(SHIP, EventType.SHIPMENT_FAILED);
    argo.functions()
        .answer(
            PAY,
            event ->
                Reply.event(
                    event.getString("type").equals(EventType.SHIPMENT_FAILED.type())
                        ? EventType.PAYMENT_REFUNDED
                        : EventType.PAYMENT_COMPLETED,
                    "order-refunded"));

    argo.submit("order-refunded");

    JsonObject refund = node(argo.finished("order-refunded"), "refund(0)");
    assertThat(refund.getJsonObject("outputs").getString("result"))
        .contains(EventType.PAYMENT_REFUNDED.type());
  }

  @Test
  void aStepThatFailsIsTriedAgain() {
    argo.functions()
        .answer(
            PAY,
            event ->
                argo.functions().calls(PAY, "order-retried").size() < 3
                    ? Reply.status(503)
                    : Reply.event(EventType.PAYMENT_COMPLETED, "order-retried"));

    argo.submit("order-retried");

    assertThat(nodes(argo.finished("order-retried")))
        .contains("pay(0) Failed", "pay(1) Failed", "pay(2) Succeeded", "ship(0) Succeeded");
  }

  @Test
  void elevenAttemptsAreEnough() {
    argo.functions().answer(VALIDATE, event -> Reply.status(500));

    argo.submit("order-hopeless");

    assertThat(argo.finished("order-hopeless").getString("phase")).isEqualTo("Failed");
    assertThat(argo.functions().calls(VALIDATE, "order-hopeless")).hasSize(11);
  }

  @Test
  void aRequestThatIsWrongFailsTheWorkflowAtOnceAndKeepsTheReason() {
    argo.functions().answer(VALIDATE, event -> Reply.status(400));

    argo.submit("order-wrong");

    JsonObject status = argo.finished("order-wrong");
    assertThat(status.getString("phase")).isEqualTo("Failed");
    assertThat(nodes(status)).containsExactly("tell Succeeded", "validate(0) Failed");
    assertThat(node(status, "validate(0)").getString("message"))
        .isEqualTo("received non-2xx response code: 400");
    assertThat(node(status, "validate(0)").getJsonObject("outputs").getString("result"))
        .isEqualTo("{\"title\":\"no\"}");
  }

  @Test
  void anAnswerThatIsNoEventEndsTheWorkflowInError() {
    argo.functions().answer(VALIDATE, event -> new Reply(200, "", Duration.ZERO));

    argo.submit("order-empty");

    assertThat(argo.finished("order-empty").getString("phase")).isEqualTo("Error");
  }

  @Test
  void aWorkflowEndsWhenItsTimeIsOver() {
    argo.functions().answer(PAY, event -> new Reply(200, "{}", Duration.ofMinutes(1)));

    argo.submit("order-slow");

    assertThat(argo.finished("order-slow").getString("phase")).isEqualTo("Failed");
  }

  @Test
  void theExitHandlerIsRunWhateverTheEndAndDecidesNothing() {
    argo.functions().answer("orchestration", nothing -> Reply.status(500));
    argo.functions().answer(VALIDATE, EventType.ORDER_REJECTED);

    argo.submit("order-told");

    assertThat(argo.finished("order-told").getString("phase")).isEqualTo("Succeeded");
    assertThat(argo.functions().calls("orchestration", "order-told"))
        .singleElement()
        .satisfies(call -> assertThat(call.path()).isEqualTo("/workflows/order-told"));
  }

  @Test
  void bracesInAnAnswerAreNoTemplateForTheNextStep() {
    JsonObject braces =
        ArgoFunctions.event(EventType.ORDER_VALIDATED, "order-braces")
            .put(
                "data", new JsonObject().put("description", "{{=workflow.name}} {{{ \u007f \"x\""));
    argo.functions().answer(VALIDATE, event -> new Reply(200, braces.encode(), Duration.ZERO));

    argo.submit("order-braces");

    argo.finished("order-braces");
    assertThat(argo.functions().calls(PAY, "order-braces"))
        .singleElement()
        .satisfies(call -> assertThat(call.event()).isEqualTo(braces));
  }

  @Test
  void workflowsGoOnWhereTheyStoodAfterARestart() throws SQLException {
    argo.functions().answer(PAY, event -> new Reply(200, "{}", Duration.ofSeconds(3)));
    argo.submit("order-restarted");
    await().until(() -> !argo.functions().calls(PAY, "order-restarted").isEmpty());
    argo.stop();

    argo.functions().answer(PAY, EventType.PAYMENT_COMPLETED);
    argo.start();

    assertThat(nodes(argo.finished("order-restarted")))
        .containsExactly(
            "tell Succeeded", "validate(0) Succeeded", "pay(0) Succeeded", "ship(0) Succeeded");
    assertThat(argo.functions().calls(VALIDATE, "order-restarted")).hasSize(1);
    assertThat(argo.functions().calls(PAY, "order-restarted")).hasSize(2);
  }

  @Test
  void aWorkflowIsForgottenAfterItsTimeToLive() {
    argo.functions().answer(VALIDATE, EventType.ORDER_REJECTED);
    argo.submit("order-forgotten");
    argo.finished("order-forgotten");

    await().atMost(Duration.ofSeconds(20)).until(() -> argo.get("order-forgotten").status() == 404);
  }

  @Test
  void hundredsOfWorkflowsAtOnceRunInSeconds() {
    int many = 500;

    IntStream.range(0, many).parallel().forEach(i -> argo.submit("order-many-" + i));

    await().atMost(Duration.ofSeconds(60)).until(() -> ofMany("orchestration") == many);
    assertThat(ofMany(SHIP)).isEqualTo(many);
    assertThat(argo.trouble()).isEmpty();
  }

  private static long ofMany(String function) {
    return argo.functions().calls(function).stream()
        .filter(call -> (call.path() + call.body()).contains("order-many-"))
        .count();
  }
}
