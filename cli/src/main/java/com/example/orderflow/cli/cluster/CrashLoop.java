package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;
import java.util.stream.Stream;

/** The program ends as often as it is started. */
final class CrashLoop implements Cause {

  /** A program may end once or twice while what it needs is starting. */
  private static final int OFTEN = 3;

  @Override
  public Stream<Finding> in(Observed observed) {
    return observed
        .awaitedPods()
        .filter(pod -> !"Never".equals(pod.getSpec().getRestartPolicy()))
        .flatMap(
            pod ->
                PodContainers.all(pod)
                    .filter(status -> !Boolean.TRUE.equals(status.getReady()))
                    .flatMap(
                        status ->
                            end(status)
                                .map(end -> finding(pod, status, end, observed.logs()))
                                .stream()));
  }

  private static Optional<ContainerStateTerminated> end(ContainerStatus status) {
    return Stream.of(status.getState(), status.getLastState())
        .filter(state -> state != null)
        .map(ContainerState::getTerminated)
        .filter(end -> end != null && end.getExitCode() != 0)
        .findFirst();
  }

  private static Finding finding(
      Pod pod, ContainerStatus status, ContainerStateTerminated end, ContainerLogs logs) {
    String part = Observed.partOf(pod);
    int starts = status.getRestartCount() + 1;
    boolean memory = "OOMKilled".equals(end.getReason());
    String found =
        memory
            ? "was killed at its memory limit, after %d starts".formatted(starts)
            : "ended with exit code %d, after %d starts".formatted(end.getExitCode(), starts)
                + LogTail.of(logs.of(pod, status.getName()));
    String next =
        memory
            ? "raise resources.limits.memory of %s in the values".formatted(part)
            : "kubectl logs -n %s %s -c %s --previous"
                .formatted(
                    pod.getMetadata().getNamespace(),
                    pod.getMetadata().getName(),
                    status.getName());
    return starts > OFTEN ? Finding.bad(part, found, next) : Finding.note(part, found, next);
  }
}
