package com.example.orderflow.cli.cluster;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a namespace holds at one moment, as far as it tells why a part of the release is not ready.
 *
 * @param parts those that get ready, in the order of the chart
 * @param objects those of the parts that are there
 */
public record Observed(
    Instant at,
    List<Part> parts,
    Map<Part, GenericKubernetesResource> objects,
    List<Pod> pods,
    List<ReplicaSet> replicaSets,
    List<Job> jobs,
    List<Event> events,
    ContainerLogs logs) {
  private static final String SERVICE = "serving.knative.dev/service";
  private static final String REVISION = "serving.knative.dev/revision";
  private static final String NAME = "app.kubernetes.io/name";

  /** Why a part is not ready; empty when it is. */
  Optional<String> missing(Part part) {
    return Readiness.missing(part, Optional.ofNullable(objects.get(part)));
  }

  boolean isReady(Part part) {
    return missing(part).isEmpty();
  }

  /** Pods that something waits for: what an earlier version left behind is no matter any more. */
  Stream<Pod> awaitedPods() {
    return pods.stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .filter(pod -> isAwaited(partOf(pod)))
        .filter(this::isOfTheNewestRevision);
  }

  /** The name of the part that a pod, or whatever makes pods, belongs to. */
  static String partOf(HasMetadata object) {
    Map<String, String> labels =
        Optional.ofNullable(object.getMetadata().getLabels()).orElse(Map.of());
    return labels.getOrDefault(SERVICE, labels.getOrDefault(NAME, object.getMetadata().getName()));
  }

  /** Warnings that are about this object, the newest last. */
  Stream<Event> eventsOf(HasMetadata object) {
    String uid = object.getMetadata().getUid();
    return events.stream().filter(event -> uid.equals(event.getInvolvedObject().getUid()));
  }

  /** Not one that is ready, and none of somebody else's. */
  boolean isAwaited(String name) {
    return parts.stream().anyMatch(part -> part.name().equals(name) && !isReady(part))
        || jobs.stream()
            .anyMatch(
                job ->
                    partOf(job).equals(name)
                        && Optional.ofNullable(job.getStatus().getSucceeded()).orElse(0) == 0);
  }

  private boolean isOfTheNewestRevision(Pod pod) {
    String revision = pod.getMetadata().getLabels().get(REVISION);
    return revision == null
        || parts.stream()
            .filter(part -> part.isKnativeService() && part.name().equals(partOf(pod)))
            .map(objects::get)
            .anyMatch(service -> revision.equals(newestRevision(service)));
  }

  private static String newestRevision(GenericKubernetesResource service) {
    return service == null ? null : service.get("status", "latestCreatedRevisionName");
  }
}
