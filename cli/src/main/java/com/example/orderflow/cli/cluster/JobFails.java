package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A Job, such as the migrations, that failed, or takes its time. */
final class JobFails implements Cause {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Override
  public Stream<Finding> in(Observed observed) {
    return observed.jobs().stream()
        .filter(job -> observed.isAwaited(Observed.partOf(job)))
        .flatMap(job -> finding(observed, job).stream());
  }

  private static Optional<Finding> finding(Observed observed, Job job) {
    String part = Observed.partOf(job);
    String next =
        "kubectl logs -n %s job/%s; the next deploy runs it again"
            .formatted(job.getMetadata().getNamespace(), job.getMetadata().getName());
    Optional<String> end =
        job.getStatus().getConditions().stream()
            .filter(condition -> "Failed".equals(condition.getType()))
            .filter(condition -> "True".equals(condition.getStatus()))
            .map(JobCondition::getReason)
            .findFirst();
    Optional<Pod> pod = newestPod(observed, part);
    String log =
        pod.map(last -> LogTail.of(observed.logs().of(last, PodContainers.program(last))))
            .orElse("");
    if (end.isPresent()) {
      return Optional.of(Finding.bad(part, "the Job failed: " + end.get() + log, next));
    }
    int failures = Optional.ofNullable(job.getStatus().getFailed()).orElse(0);
    if (failures > 0) {
      return Optional.of(Finding.note(part, "%d attempts failed".formatted(failures) + log, next));
    }
    return isRunningFor(LONG, pod, observed.at())
        ? Optional.of(Finding.note(part, "still running" + log, next))
        : Optional.empty();
  }

  private static boolean isRunningFor(Duration time, Optional<Pod> pod, Instant now) {
    return pod.filter(running -> "Running".equals(running.getStatus().getPhase()))
        .map(running -> Instant.parse(running.getStatus().getStartTime()).plus(time))
        .filter(now::isAfter)
        .isPresent();
  }

  private static Optional<Pod> newestPod(Observed observed, String part) {
    return observed.pods().stream()
        .filter(pod -> Observed.partOf(pod).equals(part))
        .max(Comparator.comparing(pod -> pod.getMetadata().getCreationTimestamp()));
  }
}
