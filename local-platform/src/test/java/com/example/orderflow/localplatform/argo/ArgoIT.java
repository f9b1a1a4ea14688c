package com.example.orderflow.localplatform.argo;

import static com.example.orderflow.localplatform.argo.ArgoUnderTest.node;
import static com.example.orderflow.localplatform.argo.ArgoUnderTest.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.events.EventType;
import com.example.orderflow.localplatform.argo.ArgoUnderTest.Reply;
import com.example.orderflow.localplatform.argo.ArgoUnderTest.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgoIT {
  private static final String VALIDATE = "validate-order";
  private static final String PAY = "process-payment";
  private static final String SHIP = "ship-order";
  private static final String LISTED = "fields=metadata,items.metadata.name,items.status.phase";

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
    argo.reset();
    argo.answer(VALIDATE, EventType.ORDER_VALIDATED);
    argo.answer(PAY, EventType.PAYMENT_COMPLETED);
    argo.answer(SHIP, EventType.ORDER_SHIPPED);
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
        .isEqualTo(ArgoUnderTest.event(EventType.PAYMENT_COMPLETED, "order-shipped").encode());
    assertThat(node(status, "pay(0)").getString("templateName")).isEqualTo("call");
    assertThat(argo.calls(SHIP, "order-shipped"))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.path()).isEqualTo("/");
              assertThat(call.contentType()).isEqualTo("application/cloudevents+json");
              assertThat(call.event())
                  .isEqualTo(ArgoUnderTest.event(EventType.PAYMENT_COMPLETED, "order-shipped"));
            });
  }

  @Test
  void aRejectedOrderIsNotPaid() {
    argo.answer(VALIDATE, EventType.ORDER_REJECTED);

    argo.submit("order-rejected");

    assertThat(nodes(argo.finished("order-rejected")))
        .containsExactly("tell Succeeded", "validate(0) Succeeded");
    assertThat(argo.phase("order-rejected")).isEqualTo("Succeeded");
  }

  @Test
  void whatCannotBeShippedIsRefunded() {
    argo.answer(SHIP, EventType.SHIPMENT_FAILED);
    argo.answer(
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
    argo.answer(
        PAY,
        event ->
            argo.calls(PAY, "order-retried").size() < 3
                ? Reply.status(503)
                : Reply.event(EventType.PAYMENT_COMPLETED, "order-retried"));

    argo.submit("order-retried");

    assertThat(nodes(argo.finished("order-retried")))
        .contains("pay(0) Failed", "pay(1) Failed", "pay(2) Succeeded", "ship(0) Succeeded");
  }

  @Test
  void elevenAttemptsAreEnough() {
    argo.answer(VALIDATE, event -> Reply.status(500));

    argo.submit("order-hopeless");

    assertThat(argo.finished("order-hopeless").getString("phase")).isEqualTo("Failed");
    assertThat(argo.calls(VALIDATE, "order-hopeless")).hasSize(11);
  }

  @Test
  void aRequestThatIsWrongFailsTheWorkflowAtOnceAndKeepsTheReason() {
    argo.answer(VALIDATE, event -> Reply.status(400));

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
    argo.answer(VALIDATE, event -> new Reply(200, "", Duration.ZERO));

    argo.submit("order-empty");

    assertThat(argo.finished("order-empty").getString("phase")).isEqualTo("Error");
  }

  @Test
  void aWorkflowEndsWhenItsTimeIsOver() {
    argo.answer(PAY, event -> new Reply(200, "{}", Duration.ofMinutes(1)));

    argo.submit("order-slow");

    assertThat(argo.finished("order-slow").getString("phase")).isEqualTo("Failed");
  }

  @Test
  void theExitHandlerIsRunWhateverTheEndAndDecidesNothing() {
    argo.answer("orchestration", nothing -> Reply.status(500));
    argo.answer(VALIDATE, EventType.ORDER_REJECTED);

    argo.submit("order-told");

    assertThat(argo.finished("order-told").getString("phase")).isEqualTo("Succeeded");
    assertThat(argo.calls("orchestration", "order-told"))
        .singleElement()
        .satisfies(call -> assertThat(call.path()).isEqualTo("/workflows/order-told"));
  }

  @Test
  void bracesInAnAnswerAreNoTemplateForTheNextStep() {
    JsonObject braces =
        ArgoUnderTest.event(EventType.ORDER_VALIDATED, "order-braces")
            .put(
                "data", new JsonObject().put("description", "{{=workflow.name}} {{{ \u007f \"x\""));
    argo.answer(VALIDATE, event -> new Reply(200, braces.encode(), Duration.ZERO));

    argo.submit("order-braces");

    argo.finished("order-braces");
    assertThat(argo.calls(PAY, "order-braces"))
        .singleElement()
        .satisfies(call -> assertThat(call.event()).isEqualTo(braces));
  }

  @Test
  void bracesInASubmittedEventAreRefused() {
    Response refused = argo.submit("order-template", "{\"data\":\"{{workflow.name}}\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().getInteger("code")).isEqualTo(3);
  }

  @Test
  void aNameIsTakenOnce() {
    assertThat(argo.submit("order-twice").status()).isEqualTo(200);

    Response second = argo.submit("order-twice");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json())
        .isEqualTo(
            new JsonObject()
                .put("code", 6)
                .put("message", "workflows.argoproj.io \"order-twice\" already exists"));
  }

  @Test
  void workflowsGoOnWhereTheyStoodAfterARestart() throws SQLException {
    argo.answer(PAY, event -> new Reply(200, "{}", Duration.ofSeconds(3)));
    argo.submit("order-restarted");
    await().until(() -> !argo.calls(PAY, "order-restarted").isEmpty());
    argo.stop();

    argo.answer(PAY, EventType.PAYMENT_COMPLETED);
    argo.start();

    assertThat(nodes(argo.finished("order-restarted")))
        .containsExactly(
            "tell Succeeded", "validate(0) Succeeded", "pay(0) Succeeded", "ship(0) Succeeded");
    assertThat(argo.calls(VALIDATE, "order-restarted")).hasSize(1);
    assertThat(argo.calls(PAY, "order-restarted")).hasSize(2);
  }

  @Test
  void aDeletedWorkflowIsGoneAndItsNameFree() {
    argo.answer(VALIDATE, event -> new Reply(200, "{}", Duration.ofSeconds(1)));
    argo.submit("order-deleted");

    assertThat(argo.delete("order-deleted").status()).isEqualTo(200);

    assertThat(argo.get("order-deleted").status()).isEqualTo(404);
    assertThat(argo.submit("order-deleted").status()).isEqualTo(200);
  }

  @Test
  void aWorkflowIsForgottenAfterItsTimeToLive() {
    argo.answer(VALIDATE, EventType.ORDER_REJECTED);
    argo.submit("order-forgotten");
    argo.finished("order-forgotten");

    await().atMost(Duration.ofSeconds(20)).until(() -> argo.get("order-forgotten").status() == 404);
  }

  @Test
  void aListIsPagedAndCutDownToItsFields() {
    argo.answer(VALIDATE, event -> new Reply(200, "{}", Duration.ofSeconds(3)));
    IntStream.range(0, 3).forEach(i -> argo.submit("order-listed-" + i));

    JsonObject first = open("listOptions.limit=2");
    JsonObject second =
        open("listOptions.continue=" + first.getJsonObject("metadata").getString("continue"));

    assertThat(names(first)).hasSize(2);
    assertThat(names(second)).contains("order-listed-2").doesNotContainAnyElementsOf(names(first));
    assertThat(first.getJsonArray("items").getJsonObject(0).fieldNames())
        .containsExactlyInAnyOrder("metadata", "status");
  }

  @Test
  void aWrongTokenAnotherNamespaceAndAnUnknownWorkflowAreToldApart() {
    assertThat(argo.send("GET", "/order-none", "", null).status()).isEqualTo(401);
    assertThat(argo.send("GET", "/order-none", "", "guess").status()).isEqualTo(401);
    assertThat(
            argo.sendTo("GET", "/api/v1/workflows/kube-system/x", "", ArgoUnderTest.TOKEN).status())
        .isEqualTo(403);
    assertThat(argo.get("order-none").status()).isEqualTo(404);
  }

  @Test
  void whatIsSubmittedWrongIsRefusedAsArgoDoes() {
    JsonObject noEvent =
        new JsonObject()
            .put("resourceKind", "WorkflowTemplate")
            .put("resourceName", "order-pipeline")
            .put("submitOptions", new JsonObject().put("name", "order-no-event"));

    assertThat(argo.submit("Order:1").json().getInteger("code")).isEqualTo(3);
    assertThat(argo.submit(noEvent).status()).isEqualTo(400);
    assertThat(argo.submit(noEvent.copy().put("resourceName", "other")).status()).isEqualTo(404);
    assertThat(argo.submit(noEvent.copy().put("resourceKind", "Pod")).status()).isEqualTo(400);
    assertThat(argo.send("POST", "/submit", "no JSON", ArgoUnderTest.TOKEN).status())
        .isEqualTo(400);
  }

  @Test
  void whatIsNotInterpretedIsRefusedByName() {
    JsonObject dryRun =
        new JsonObject()
            .put("resourceKind", "WorkflowTemplate")
            .put("resourceName", "order-pipeline")
            .put("submitOptions", new JsonObject().put("name", "x").put("dryRun", true));

    assertThat(argo.submit(dryRun).text()).contains("submitOptions.dryRun is not interpreted");
    assertThat(argo.list("a in (b)", LISTED).status()).isEqualTo(501);
    assertThat(argo.list("", "listOptions.watch=true&" + LISTED).status()).isEqualTo(501);
    assertThat(argo.list("", "fields=items.status.nodes").status()).isEqualTo(501);
    assertThat(argo.send("PUT", "/order-none/stop", "", ArgoUnderTest.TOKEN).status())
        .isEqualTo(501);
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
    return argo.calls(function).stream()
        .filter(call -> (call.path() + call.body()).contains("order-many-"))
        .count();
  }

  private static JsonObject open(String options) {
    return argo.list(
            "workflows.argoproj.io/workflow-template=order-pipeline,workflows.argoproj.io/completed!=true",
            options + "&" + LISTED)
        .json();
  }

  private static List<String> names(JsonObject list) {
    JsonArray items = list.getJsonArray("items");
    return items.stream()
        .map(item -> ((JsonObject) item).getJsonObject("metadata").getString("name"))
        .toList();
  }
}
