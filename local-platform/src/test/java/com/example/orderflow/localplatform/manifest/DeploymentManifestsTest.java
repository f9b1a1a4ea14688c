package com.example.orderflow.localplatform.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Deployments, and the Services of Kubernetes before them. */
class DeploymentManifestsTest extends DeployedManifests {
  private static final String DEPLOYMENT = "72.Deployment.orchestration.yaml";
  private static final String SERVICE = "73.Service.orchestration.yaml";

  @Test
  void theOrchestrationIsADeploymentWithAnAddress() {
    Manifests manifests = Manifests.read(DEPLOYED);

    assertThat(manifests.deployments())
        .singleElement()
        .satisfies(
            orchestration -> {
              assertThat(orchestration.name()).isEqualTo("orchestration");
              assertThat(orchestration.image()).isEqualTo("dev.local/orchestration:1.0.0");
              assertThat(orchestration.readinessPath()).isEqualTo("/q/health/ready");
            });
    assertThat(manifests.serviceNames()).contains("orchestration", "validate-order");
  }

  @Test
  void itsVariablesComeFromSecretsAndConfigMaps() {
    Environment env = Manifests.read(DEPLOYED).deployments().getFirst().env();

    assertThat(env.resolve(value -> Optional.of(value.toString())))
        .containsOnlyKeys(
            "DATABASE_URL",
            "DATABASE_USERNAME",
            "DATABASE_PASSWORD",
            "KAFKA_BOOTSTRAP_SERVERS",
            "VALIDATE_ORDER_URL",
            "PROCESS_PAYMENT_URL",
            "SHIP_ORDER_URL",
            "ARGO_URL",
            "ARGO_TOKEN",
            "ORDERFLOW_ARGO_NAMESPACE")
        .containsEntry(
            "ARGO_TOKEN", new EnvValue.SecretKey("orchestration-argo", "token").toString())
        .containsEntry(
            "SHIP_ORDER_URL", new EnvValue.ConfigMapKey("functions", "ship-order").toString())
        .containsEntry("ORDERFLOW_ARGO_NAMESPACE", new EnvValue.PodNamespace().toString());
  }

  @Test
  void aFieldOfThePodThatAProcessHasNotIsRefused() {
    replace(DEPLOYMENT, "fieldPath: metadata.namespace", "fieldPath: status.podIP");

    assertRefused("fieldPath: status.podIP", "metadata.namespace is interpreted");
  }

  @Test
  void moreThanOneReplicaIsRefused() {
    replace(DEPLOYMENT, "replicas: 1", "replicas: 2");

    assertRefused("72.Deployment.orchestration.yaml:10: spec.replicas", "from 1 to 1");
  }

  @Test
  void aSelectorThatSelectsOtherPodsIsRefused() {
    replace(SERVICE, "    app.kubernetes.io/name: orchestration", "    app: orchestration");

    assertRefused("73.Service.orchestration.yaml:7: spec.selector", "does not select pods with");
  }

  @Test
  void aDeploymentWithoutAServiceIsRefused() {
    replace("kustomization.yaml", "  - " + SERVICE + "\n", "");

    assertRefused(DEPLOYMENT, "no Service of the same name leads to Deployment \"orchestration\"");
  }

  @Test
  void aServiceWithoutADeploymentIsRefused() {
    replace(SERVICE, "  name: orchestration", "  name: orders-api");

    assertRefused(SERVICE, "there is no Deployment \"orders-api\"");
  }

  @Test
  void aServiceAtAnotherPortThanThatOfHttpIsRefused() {
    replace(SERVICE, "port: 80\n", "port: 8080\n");

    assertRefused("spec.ports[0].port", "the local platform knows \"80\"");
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(() -> Manifests.read(folder))
        .isInstanceOf(ManifestException.class)
        .hasMessageContainingAll(words);
  }
}
