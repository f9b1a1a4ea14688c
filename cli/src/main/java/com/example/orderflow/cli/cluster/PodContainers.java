package com.example.orderflow.cli.cluster;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.stream.Stream;

/** The containers of a pod, as their node sees them. */
final class PodContainers {
  private static final String KNATIVES_OWN = "queue-proxy";

  private PodContainers() {}

  static Stream<ContainerStatus> all(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream();
  }

  /** Not started, with a reason. */
  static Stream<ContainerStatus> waiting(Pod pod) {
    return all(pod)
        .filter(status -> status.getState() != null && status.getState().getWaiting() != null);
  }

  /** The program: Knative asks it for its readiness in a container of its own. */
  static String program(Pod pod) {
    return pod.getSpec().getContainers().stream()
        .map(container -> container.getName())
        .filter(name -> !name.equals(KNATIVES_OWN))
        .findFirst()
        .orElse(KNATIVES_OWN);
  }
}
