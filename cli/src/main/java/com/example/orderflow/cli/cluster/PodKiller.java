package com.example.orderflow.cli.cluster;

import com.example.orderflow.loadtester.processes.Killer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.stream.Stream;

/**
 * Deletes the pods of a part, and gives them no time to end: the kubelet sends SIGKILL at once.
 *
 * @param namespace where Orderflow is deployed
 */
public record PodKiller(KubernetesClient client, String namespace) implements Killer {

  /** The Knative Services there, and the order service. Not what keeps data for others, too. */
  public List<String> parts() {
    return Stream.concat(
            client
                .genericKubernetesResources("serving.knative.dev/v1", "Service")
                .inNamespace(namespace)
                .list()
                .getItems()
                .stream()
                .map(service -> service.getMetadata().getName())
                .sorted(),
            Stream.of("orchestration"))
        .toList();
  }

  @Override
  public int kill(String name) {
    List<Pod> pods =
        client.pods().inNamespace(namespace).list().getItems().stream()
            .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
            .filter(pod -> Observed.partOf(pod).equals(name))
            .toList();
    pods.forEach(pod -> client.resource(pod).withGracePeriod(0).delete());
    return pods.size();
  }
}
