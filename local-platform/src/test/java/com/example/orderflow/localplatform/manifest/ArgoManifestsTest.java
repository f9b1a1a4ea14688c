package com.example.orderflow.localplatform.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventType;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec;
import com.example.orderflow.localplatform.argo.WorkflowTemplateSpec.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgoManifestsTest {
  private static final Path DEPLOYED = Path.of("..", "infra", "argo");
  private static final String TEMPLATE = "30.WorkflowTemplate.order-pipeline.yaml";

  @TempDir Path folder;

  @Test
  void theDeployedTemplateIsInterpreted() {
    WorkflowTemplateSpec template = ArgoManifests.read(DEPLOYED);

    assertThat(template.name()).isEqualTo(Channels.WORKFLOW_TEMPLATE);
    assertThat(template.parameters()).containsExactly("event");
    assertThat(template.entrypoint().steps())
        .extracting(Step::name)
        .containsExactly("validate", "pay", "ship", "refund");
  }

  @Test
  void eachStepComesAfterTheTypeThatItsFunctionTakes() throws IOException {
    String deployed = Files.readString(DEPLOYED.resolve(TEMPLATE));

    assertThat(deployed)
        .contains(
            "== '%s'".formatted(EventType.ORDER_VALIDATED.type()),
            "== '%s'".formatted(EventType.PAYMENT_COMPLETED.type()),
            "== '%s'".formatted(EventType.SHIPMENT_FAILED.type()));
    assertThat(ArgoManifests.read(DEPLOYED).entrypoint().steps())
        .extracting(step -> step.arguments().getFirst().value().toString())
        .containsExactly(
            EventType.Source.VALIDATE_ORDER,
            EventType.Source.PROCESS_PAYMENT,
            EventType.Source.SHIP_ORDER,
            EventType.Source.PROCESS_PAYMENT);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          retryPolicy: Always        | retryPolicy: OnTransientError | "OnTransientError" is not Always
          cap: 205s                  | maxDuration: 205s             | cap is missing
          onExit: exit               | onExit: nowhere               | "nowhere" is no template here
          steps.pay.status ==        | steps.refund.status ==        | [steps.refund.status] will have no value here
          method: POST               | timeoutSeconds: 30            | before its answer is read
          entrypoint: order          | entrypoint: call              | steps is missing
          jsonpath(steps.pay         | sprig.trim(steps.pay          | the function "sprig.trim" is not interpreted
          serviceAccountName:        | suspend:                      | spec.suspend: is not interpreted by the local platform
          """)
  void whatIsNotInterpretedIsRefusedByFileLineAndField(
      String deployed, String instead, String reason) throws IOException {
    Path changed = changed(deployed, instead);

    assertThatThrownBy(() -> ArgoManifests.read(changed))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining(TEMPLATE + ":")
        .hasMessageContaining(reason);
  }

  @Test
  void aStepThatLeavesOutAnInputIsRefused() throws IOException {
    Path changed = changed("                - name: function\n", "                - name: place\n");

    assertThatThrownBy(() -> ArgoManifests.read(changed))
        .hasMessageContaining("gives the template \"call-first\" [place], which takes");
  }

  @Test
  void aKindThatIsNotInterpretedIsRefused() throws IOException {
    Path changed = changed("kind: WorkflowTemplate", "kind: CronWorkflow");

    assertThatThrownBy(() -> ArgoManifests.read(changed))
        .hasMessageContaining("\"argoproj.io/v1alpha1 CronWorkflow\" is not interpreted");
  }

  private Path changed(String deployed, String instead) throws IOException {
    String text = Files.readString(DEPLOYED.resolve(TEMPLATE));
    assertThat(text).contains(deployed);
    Files.writeString(folder.resolve(TEMPLATE), text.replace(deployed, instead));
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        namespace: orderflow
        resources:
          - %s
        """
            .formatted(TEMPLATE));
    return folder;
  }
}
