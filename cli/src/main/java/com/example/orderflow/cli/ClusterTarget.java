package com.example.orderflow.cli;

import com.example.orderflow.cli.cluster.PodKiller;
import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.Addresses;
import com.example.orderflow.loadtester.ApiAddresses;
import com.example.orderflow.loadtester.processes.Killer;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A platform in the {@link Cluster}, reached through its API server.
 *
 * <pre>
 *   order API ─┐                                  ┌─► a pod of the Deployment orchestration
 *              ├─► port-forward ─► API server ────┤
 *   ledger ────┘                                  └─► the pod of the Knative Service sandbox
 * </pre>
 */
final class ClusterTarget implements Target {
  private static final String EVENTING = "eventing.knative.dev";
  private static final String ARGO = "argoproj.io";

  private final KubernetesClient client;
  private final PodForward order;
  private final PodForward sandbox;
  private final PodKiller killer;

  private ClusterTarget(KubernetesClient client, String namespace) {
    this.client = client;
    this.order =
        new PodForward(client, namespace, Map.of("app.kubernetes.io/name", "orchestration"));
    this.sandbox =
        new PodForward(client, namespace, Map.of("serving.knative.dev/service", "sandbox"));
    this.killer = new PodKiller(client, namespace);
  }

  /**
   * @throws IllegalStateException when the cluster does not answer, or the order service is not
   *     there; names cluster and namespace
   */
  static ClusterTarget open(String namespace) {
    KubernetesClient client = Cluster.open();
    ClusterTarget target = new ClusterTarget(client, namespace);
    if (target.order.address().isEmpty()) {
      client.close();
      throw new IllegalStateException(
          "no ready pod of orchestration in namespace %s of %s; see kubectl get pods -n %s"
              .formatted(namespace, client.getMasterUrl(), namespace));
    }
    return target;
  }

  @Override
  public Addresses addresses() {
    return new ApiAddresses(order::address, sandbox::address);
  }

  /** The service has all of them, and hands orders also to engines that nobody has installed. */
  @Override
  public List<Wiring> wirings(OrderApi api) {
    boolean eventing = client.hasApiGroup(EVENTING, true);
    boolean argo = client.hasApiGroup(ARGO, true);
    return Stream.of(Wiring.values())
        .filter(
            wiring ->
                switch (wiring) {
                  case BROKER, SEQUENCE -> eventing;
                  case ARGO -> argo;
                  case CHAIN -> true;
                })
        .toList();
  }

  @Override
  public List<String> processes() {
    return killer.parts();
  }

  @Override
  public Killer killer() {
    return killer;
  }

  @Override
  public void close() {
    order.close();
    sandbox.close();
    client.close();
  }
}
