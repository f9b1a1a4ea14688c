package com.example.orderflow.localplatform.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventType;
import com.example.orderflow.localplatform.argo.ArgoFunctions.Reply;
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

/** What the Argo Server's endpoints take, and how they refuse. */
class ArgoServerIT {
  private static final String VALIDATE = "validate-order";
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
  void everyOrderIsRejected() {
    argo.functions().reset();
    argo.functions().answer(VALIDATE, EventType.ORDER_REJECTED);
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
  void aDeletedWorkflowIsGoneAndItsNameFree() {
    argo.functions().answer(VALIDATE, event -> new Reply(200, "{}", Duration.ofSeconds(1)));
    argo.submit("order-deleted");

    assertThat(argo.delete("order-deleted").status()).isEqualTo(200);

    assertThat(argo.get("order-deleted").status()).isEqualTo(404);
    assertThat(argo.submit("order-deleted").status()).isEqualTo(200);
  }

  @Test
  void aListIsPagedAndCutDownToItsFields() {
    argo.functions().answer(VALIDATE, event -> new Reply(200, "{}", Duration.ofSeconds(3)));
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
