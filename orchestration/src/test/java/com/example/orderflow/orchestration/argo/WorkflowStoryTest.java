package com.example.orderflow.orchestration.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventType;
import com.example.orderflow.orchestration.argo.client.model.Arguments;
import com.example.orderflow.orchestration.argo.client.model.NodeOutputs;
import com.example.orderflow.orchestration.argo.client.model.NodeStatus;
import com.example.orderflow.orchestration.argo.client.model.Parameter;
import com.example.orderflow.orchestration.argo.client.model.Workflow;
import com.example.orderflow.orchestration.argo.client.model.WorkflowSpec;
import com.example.orderflow.orchestration.argo.client.model.WorkflowStatus;
import com.example.orderflow.orchestration.pipeline.Attempt;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowStoryTest {
  private final Map<String, NodeStatus> nodes = new HashMap<>();

  @Test
  void theEventsComeInTheOrderOfTheStepsWhateverTheOrderOfTheNodes() {
    answered("order-1[10].refund(0)", EventType.PAYMENT_REFUNDED);
    answered("order-1[2].ship(0)", EventType.SHIPMENT_FAILED);
    answered("order-1[0].validate(0)", EventType.ORDER_VALIDATED).templateName("call-first");
    answered("order-1[1].pay(10)", EventType.PAYMENT_COMPLETED);

    assertThat(story("Running").events())
        .extracting(CloudEvent::getType)
        .containsExactly(
            EventType.ORDER_VALIDATED.type(),
            EventType.PAYMENT_COMPLETED.type(),
            EventType.SHIPMENT_FAILED.type(),
            EventType.PAYMENT_REFUNDED.type());
  }

  @Test
  void nodesThatCallNoFunctionTellNoEvent() {
    answered("order-1[0].validate", EventType.ORDER_VALIDATED).type("Retry");
    answered("order-1.onExit[0].tell", EventType.ORDER_VALIDATED).templateName("tell");

    assertThat(story("Running").events()).isEmpty();
  }

  @Test
  void aWorkflowIsOpenUntilItIsFinishedWhateverItsPhase() {
    Workflow running = workflow("A phase of a later Argo");
    running.getStatus().finishedAt(null);

    assertThat(new WorkflowStory(running).ending()).isEqualTo(new Ending.Open());
    assertThat(new WorkflowStory(new Workflow()).ending()).isEqualTo(new Ending.Open());
    assertThat(story("Succeeded").ending()).isEqualTo(new Ending.Succeeded());
  }

  @Test
  void aFailureNamesTheEventOfTheStepAndItsLastAnswer() {
    answered("order-1[0].validate(0)", EventType.ORDER_VALIDATED);
    failed("order-1[1].pay(1)", "received non-2xx response code: 400", "no card");
    failed("order-1[1].pay(0)", "received non-2xx response code: 503", "");

    Ending.Failed failure = (Ending.Failed) story("Failed").ending();

    assertThat(failure.event().getType()).isEqualTo(EventType.ORDER_VALIDATED.type());
    Attempt.Refused refused = (Attempt.Refused) failure.last();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).asString(StandardCharsets.UTF_8).isEqualTo("no card");
  }

  @Test
  void aFirstStepThatGotNoAnswerFailsWithTheSubmittedEvent() {
    failed("order-1[0].validate(0)", "Post \"http://validate-order\": connection refused", "");

    Ending.Failed failure = (Ending.Failed) story("Failed").ending();

    assertThat(failure.event().getType()).isEqualTo(EventType.ORDER_CREATED.type());
    assertThat(failure.last()).isEqualTo(new Attempt.Silent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"specversion\":\"1.0\"}"})
  void anAnswerThatIsNoEventHasFailedThoughItsRequestHasNot(String answer) {
    answered("order-1[0].validate(0)", EventType.ORDER_VALIDATED)
        .outputs(new NodeOutputs().result(answer));

    Ending.Failed failure = (Ending.Failed) story("Error").ending();

    assertThat(failure.event().getType()).isEqualTo(EventType.ORDER_CREATED.type());
    assertThat(((Attempt.Refused) failure.last()).status()).isEqualTo(200);
  }

  @Test
  void bracesOfATemplateAreWrittenSoThatArgoLeavesThemAlone() {
    CloudEvent event =
        CloudEventBuilder.from(event(EventType.ORDER_CREATED))
            .withData("application/json", "{\"a\":{\"b\":\"{{=1}} {{{{\"}}".getBytes())
            .build();

    String text = ArgoEvents.text(event);

    assertThat(text).doesNotContain("{{");
    assertThat(ArgoEvents.read(text).orElseThrow().getData().toBytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"a\":{\"b\":\"{{=1}} {{{{\"}}");
  }

  private NodeStatus answered(String name, EventType type) {
    NodeStatus node =
        call(name)
            .phase("Succeeded")
            .outputs(new NodeOutputs().result(ArgoEvents.text(event(type))));
    nodes.put(name, node);
    return node;
  }

  private void failed(String name, String message, String body) {
    nodes.put(
        name, call(name).phase("Failed").message(message).outputs(new NodeOutputs().result(body)));
  }

  private static NodeStatus call(String name) {
    return new NodeStatus().name(name).type("HTTP").templateName("call");
  }

  private WorkflowStory story(String phase) {
    return new WorkflowStory(workflow(phase));
  }

  private Workflow workflow(String phase) {
    Parameter parameter =
        new Parameter().name("event").value(ArgoEvents.text(event(EventType.ORDER_CREATED)));
    return new Workflow()
        .spec(new WorkflowSpec().arguments(new Arguments().parameters(List.of(parameter))))
        .status(new WorkflowStatus().phase(phase).finishedAt("2026-01-01T00:00:00Z").nodes(nodes));
  }

  private static CloudEvent event(EventType type) {
    return CloudEventBuilder.v1()
        .withId(type.name())
        .withSource(URI.create(type.source()))
        .withType(type.type())
        .build();
  }
}
