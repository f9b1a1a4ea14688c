package com.example.orderflow.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.cli.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineMissingTest {
  private static final List<Part> PARTS =
      List.of(
          new Part("v1", "ConfigMap", "kafka"),
          new Part("serving.knative.dev/v1", "Service", "ship-order"),
          new Part("eventing.knative.dev/v1", "Broker", "orders"),
          new Part("eventing.knative.dev/v1", "Trigger", "ship-order"),
          new Part("eventing.knative.dev/v1alpha1", "KafkaSink", "dead-letters"),
          new Part("argoproj.io/v1alpha1", "WorkflowTemplate", "order-pipeline"));

  @Test
  void eachEngineThatIsMissingIsNamedOnceWithTheKindsAndTheValueThatDoesWithoutIt() {
    List<Finding> findings = EngineMissing.in(PARTS, part -> part.group().isEmpty());

    assertThat(findings)
        .extracting(Finding::found)
        .containsExactly(
            "Knative Serving: not installed; the cluster knows no Service",
            "Knative Eventing: not installed; the cluster knows no Broker, Trigger",
            "Knative's Kafka components (Broker class, source, channel, sink): not installed; the cluster knows no KafkaSink",
            "Argo Workflows: not installed; the cluster knows no WorkflowTemplate");
    assertThat(findings.get(1).next()).contains("--set eventing.brokerClass=none");
    assertThat(findings.get(3).next()).contains("--set argo.enabled=false");
  }

  @Test
  void whereTheClusterKnowsEveryKindNothingIsMissing() {
    assertThat(EngineMissing.in(PARTS, part -> true)).isEmpty();
  }
}
