package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;
import java.util.stream.Stream;

/** A Secret or a ConfigMap that the pod reads is not there, or has not the key. */
final class ConfigurationMissing implements Cause {

  @Override
  public Stream<Finding> in(Observed observed) {
    return observed
        .awaitedPods()
        .flatMap(pod -> why(observed, pod).map(why -> finding(pod, why)).stream());
  }

  private static Optional<String> why(Observed observed, Pod pod) {
    Optional<String> variable =
        PodContainers.waiting(pod)
            .map(status -> status.getState().getWaiting())
            .filter(waiting -> "CreateContainerConfigError".equals(waiting.getReason()))
            .map(waiting -> waiting.getMessage())
            .findFirst();
    return variable.or(() -> volume(observed, pod));
  }

  /** An event stays when its cause is gone, so it counts only while no container has started. */
  private static Optional<String> volume(Observed observed, Pod pod) {
    boolean started =
        PodContainers.all(pod).anyMatch(status -> Boolean.TRUE.equals(status.getStarted()));
    return started || !"Pending".equals(pod.getStatus().getPhase())
        ? Optional.empty()
        : observed
            .eventsOf(pod)
            .filter(event -> "FailedMount".equals(event.getReason()))
            .map(event -> event.getMessage())
            .reduce((before, last) -> last);
  }

  private static Finding finding(Pod pod, String why) {
    return Finding.bad(
        Observed.partOf(pod),
        "what its pod reads is missing: " + why,
        "make it, with the keys url, username and password for a database: docs/helm.md, \"Before\"; see kubectl get secrets,configmaps -n "
            + pod.getMetadata().getNamespace());
  }
}
