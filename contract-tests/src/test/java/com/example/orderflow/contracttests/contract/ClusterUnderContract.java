package com.example.orderflow.contracttests.contract;

import static org.awaitility.Awaitility.await;

import com.example.orderflow.loadtester.plan.AutoscalerSettings;
import com.example.orderflow.loadtester.plan.KnativeSettings;
import com.example.orderflow.probe.Call;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cluster of the kubeconfig.
 *
 * <pre>
 *   test ─► port-forward ─► desk ─► Services, Broker, Argo Server, by their names in the cluster
 * </pre>
 */
final class ClusterUnderContract implements PlatformUnderContract {
  private static final String SERVING = "serving.knative.dev/v1";
  private static final Duration PATIENCE = Duration.ofSeconds(240);

  /** As infra/knative/overlays/serving-only names it; another one by this variable. */
  private static final String ARGO_SERVER =
      Optional.ofNullable(System.getenv("ORDERFLOW_CONTRACT_ARGO"))
          .orElse("argo-server.argo.svc.cluster.local:2746");

  private final KubernetesClient client;
  private final Deployed deployed;
  private final LocalPortForward forward;

  private ClusterUnderContract(
      KubernetesClient client, Deployed deployed, LocalPortForward forward) {
    this.client = client;
    this.deployed = deployed;
    this.forward = forward;
  }

  /** From nothing: what an earlier run left is deleted. */
  static ClusterUnderContract deploy() {
    KubernetesClient client = new KubernetesClientBuilder().build();
    Deployed deployed = Deployed.of(client);
    String desk =
        client
            .pods()
            .inNamespace(NAMESPACE)
            .withLabel("app.kubernetes.io/name", "desk")
            .list()
            .getItems()
            .stream()
            .filter(Readiness.getInstance()::isReady)
            .findFirst()
            .orElseThrow()
            .getMetadata()
            .getName();
    ClusterUnderContract target =
        new ClusterUnderContract(
            client,
            deployed,
            client.pods().inNamespace(NAMESPACE).withName(desk).portForward(8080));
    if (deployed.engines().contains(Engine.SERVING)) {
      ServingContract.SERVICES.forEach(target::awaitName);
    }
    return target;
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public Set<Engine> engines() {
    return deployed.engines();
  }

  @Override
  public URI desk() {
    return URI.create("http://127.0.0.1:" + forward.getLocalPort());
  }

  @Override
  public URI service(String name) {
    return throughTheDesk("%s.%s.svc.cluster.local".formatted(name, NAMESPACE));
  }

  /** All Brokers of the class have one ingress; the one asked for need not be there. */
  @Override
  public URI broker(String name) {
    String known = deployed.address("eventing.knative.dev/v1", "Broker", "contract");
    return throughTheDesk(known.replaceFirst("contract$", name));
  }

  URI kafkaSink() {
    return throughTheDesk(
        deployed.address("eventing.knative.dev/v1alpha1", "KafkaSink", "contract"));
  }

  @Override
  public URI argo() {
    return throughTheDesk(ARGO_SERVER);
  }

  @Override
  public String argoToken() {
    String token =
        client.secrets().inNamespace(NAMESPACE).withName("submitter").get().getData().get("token");
    return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
  }

  /** One that is ending counts: it still answers. */
  @Override
  public int instances(String service) {
    return client
        .pods()
        .inNamespace(NAMESPACE)
        .withLabel("serving.knative.dev/service", service)
        .list()
        .getItems()
        .size();
  }

  /** How many the autoscaler wants, whether or not they run already. */
  int wantedPods(String service) {
    return client
        .apps()
        .deployments()
        .inNamespace(NAMESPACE)
        .withLabel("serving.knative.dev/service", service)
        .list()
        .getItems()
        .stream()
        .mapToInt(deployment -> deployment.getSpec().getReplicas())
        .sum();
  }

  /** What holds for its autoscaler: settings of the cluster, and its own. */
  AutoscalerSettings autoscaler(String service) {
    GenericKubernetesResource current = knativeService(service);
    Map<String, String> annotations = current.get("spec", "template", "metadata", "annotations");
    Number concurrency = current.get("spec", "template", "spec", "containerConcurrency");
    return new KnativeSettings(
            client
                .configMaps()
                .inNamespace("knative-serving")
                .withName("config-autoscaler")
                .get()
                .getData(),
            annotations,
            concurrency.intValue())
        .read();
  }

  /** Half to the revision that is there, half to a second one of the same program. */
  void splitInTwo(String service) {
    client
        .genericKubernetesResources(SERVING, "Service")
        .inNamespace(NAMESPACE)
        .withName(service)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            """
            {"spec":{
              "template":{"metadata":{"labels":{"revision":"second"}}},
              "traffic":[
                {"revisionName":"%s-00001","percent":50},
                {"latestRevision":true,"percent":50}]}}\
            """
                .formatted(service));
    await(service + " with two revisions").atMost(PATIENCE).until(() -> isSplit(service));
  }

  boolean isOfTheFirstRevision(Call call) {
    return call.instance().startsWith(call.service() + "-00001-");
  }

  /** As a node that fails does: controller and server are started again. */
  void restartArgo() {
    client
        .pods()
        .inAnyNamespace()
        .withLabelIn("app", "workflow-controller", "argo-server")
        .delete();
  }

  @Override
  public void close() {
    try {
      forward.close();
      deployed.remove();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      client.close();
    }
  }

  /** A Service is ready a moment before the cluster's DNS knows it. */
  private void awaitName(String service) {
    await("an answer of " + service)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> Http.get(service(service)).status() == 200);
  }

  private boolean isSplit(String service) {
    GenericKubernetesResource current = knativeService(service);
    return Deployed.isReady(current)
        && (service + "-00002").equals(current.get("status", "latestReadyRevisionName"));
  }

  private GenericKubernetesResource knativeService(String name) {
    return client
        .genericKubernetesResources(SERVING, "Service")
        .inNamespace(NAMESPACE)
        .withName(name)
        .get();
  }

  private URI throughTheDesk(String address) {
    return URI.create(desk() + "/send/" + address.replaceFirst("^http://", ""));
  }
}
