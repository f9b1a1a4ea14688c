package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** The program runs, and says that it is not ready; or says nothing. */
final class FailingProbe implements Cause {

  /** A start takes seconds, and probes fail meanwhile. */
  private static final Duration START = Duration.ofSeconds(30);

  @Override
  public Stream<Finding> in(Observed observed) {
    return observed
        .awaitedPods()
        .filter(pod -> PodContainers.all(pod).allMatch(FailingProbe::isRunning))
        .filter(pod -> PodContainers.all(pod).anyMatch(status -> isUnready(status, observed.at())))
        .flatMap(
            pod ->
                observed
                    .eventsOf(pod)
                    .filter(event -> "Unhealthy".equals(event.getReason()))
                    .reduce((before, last) -> last)
                    .map(event -> finding(pod, event, observed.logs()))
                    .stream());
  }

  private static boolean isRunning(ContainerStatus status) {
    return status.getState() != null && status.getState().getRunning() != null;
  }

  private static boolean isUnready(ContainerStatus status, Instant now) {
    return !Boolean.TRUE.equals(status.getReady())
        && Instant.parse(status.getState().getRunning().getStartedAt()).plus(START).isBefore(now);
  }

  private static Finding finding(Pod pod, Event event, ContainerLogs logs) {
    String program = PodContainers.program(pod);
    return Finding.bad(
        Observed.partOf(pod),
        "runs and is not ready: " + event.getMessage() + LogTail.of(logs.of(pod, program)),
        "what it waits for is in its log: kubectl logs -n %s %s -c %s; the probe itself answers at /q/health/ready"
            .formatted(pod.getMetadata().getNamespace(), pod.getMetadata().getName(), program));
  }
}
