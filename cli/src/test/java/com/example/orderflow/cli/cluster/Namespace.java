package com.example.orderflow.cli.cluster;

import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A namespace of a cluster as a test describes it: parts that are not ready, and what is seen of
 * them.
 */
final class Namespace {
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant LONG_AGO = NOW.minusSeconds(120);

  private final Map<Part, GenericKubernetesResource> objects = new LinkedHashMap<>();
  private final List<Pod> pods = new ArrayList<>();
  private final List<ReplicaSet> replicaSets = new ArrayList<>();
  private final List<Job> jobs = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private String log = "";

  /** A Knative Service whose newest revision is its first. */
  Namespace service(String name, String ready) {
    return object(
        new Part("serving.knative.dev/v1", "Service", name),
        Map.of(),
        Map.of(
            "observedGeneration",
            1,
            "latestCreatedRevisionName",
            name + "-00001",
            "conditions",
            List.of(
                Map.of(
                    "type",
                    "Ready",
                    "status",
                    ready,
                    "reason",
                    "R",
                    "message",
                    "as Knative says"))));
  }

  Namespace deployment(String name, int wanted, int there) {
    return object(
        new Part("apps/v1", "Deployment", name),
        Map.of("replicas", wanted),
        Map.of("observedGeneration", 1, "updatedReplicas", there, "availableReplicas", there));
  }

  /** Something that no controller has written a status to. */
  Namespace unseen(String apiVersion, String kind, String name) {
    return object(new Part(apiVersion, kind, name), Map.of(), Map.of("observedGeneration", 1));
  }

  Namespace podOf(String service, ContainerStatus status) {
    return podOf(service, service + "-00001", status);
  }

  Namespace podOf(String service, String revision, ContainerStatus status) {
    pods.add(
        new PodBuilder()
            .withNewMetadata()
            .withName(revision + "-pod")
            .withNamespace("shop")
            .withUid("uid-" + revision)
            .withCreationTimestamp(LONG_AGO.toString())
            .addToLabels("serving.knative.dev/service", service)
            .addToLabels("serving.knative.dev/revision", revision)
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName(service)
            .endContainer()
            .endSpec()
            .withNewStatus()
            .withPhase(status.getState().getRunning() == null ? "Pending" : "Running")
            .withStartTime(LONG_AGO.toString())
            .withContainerStatuses(status)
            .endStatus()
            .build());
    return this;
  }

  Namespace unschedulable(String service, String why) {
    podOf(service, waiting("PodInitializing", ""));
    pods.getLast()
        .getStatus()
        .setConditions(
            List.of(
                new io.fabric8.kubernetes.api.model.PodConditionBuilder()
                    .withType("PodScheduled")
                    .withReason("Unschedulable")
                    .withMessage(why)
                    .build()));
    return this;
  }

  Namespace warningOfThePod(String reason, String message) {
    return warning(pods.getLast(), reason, message);
  }

  /** Of a Deployment or a revision, with a pod missing. */
  Namespace podsRefused(String part, String message) {
    ReplicaSet set =
        new ReplicaSetBuilder()
            .withNewMetadata()
            .withName(part + "-5f")
            .withUid("uid-set-" + part)
            .addToLabels("app.kubernetes.io/name", part)
            .endMetadata()
            .withNewSpec()
            .withReplicas(1)
            .endSpec()
            .withNewStatus()
            .withReplicas(0)
            .endStatus()
            .build();
    replicaSets.add(set);
    return warning(set, "FailedCreate", message);
  }

  Namespace migrations(int failed, String failedBecause) {
    jobs.add(
        new JobBuilder()
            .withNewMetadata()
            .withName("migrations")
            .withNamespace("shop")
            .withUid("uid-job")
            .addToLabels("app.kubernetes.io/name", "migrations")
            .endMetadata()
            .withNewStatus()
            .withFailed(failed)
            .withActive(failedBecause.isEmpty() ? 1 : 0)
            .endStatus()
            .build());
    if (!failedBecause.isEmpty()) {
      jobs.getLast()
          .getStatus()
          .setConditions(
              List.of(
                  new io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder()
                      .withType("Failed")
                      .withStatus("True")
                      .withReason(failedBecause)
                      .build()));
    }
    podOf("migrations", running());
    return this;
  }

  Namespace log(String text) {
    log = text;
    return this;
  }

  Observed observed() {
    return observed(NOW);
  }

  Observed observed(Instant at) {
    return new Observed(
        at,
        List.copyOf(objects.keySet()),
        objects,
        pods,
        replicaSets,
        jobs,
        events,
        (pod, container) -> log);
  }

  static ContainerStatus waiting(String reason, String message) {
    return status()
        .withState(
            new ContainerStateBuilder()
                .withNewWaiting()
                .withReason(reason)
                .withMessage(message)
                .endWaiting()
                .build())
        .build();
  }

  /** Without being ready. */
  static ContainerStatus running() {
    return status()
        .withState(
            new ContainerStateBuilder()
                .withNewRunning()
                .withStartedAt(LONG_AGO.toString())
                .endRunning()
                .build())
        .build();
  }

  static ContainerStatus ended(String reason, int exitCode, int restarts) {
    return status()
        .withRestartCount(restarts)
        .withState(
            new ContainerStateBuilder()
                .withNewWaiting()
                .withReason("CrashLoopBackOff")
                .endWaiting()
                .build())
        .withLastState(
            new ContainerStateBuilder()
                .withNewTerminated()
                .withReason(reason)
                .withExitCode(exitCode)
                .endTerminated()
                .build())
        .build();
  }

  private static ContainerStatusBuilder status() {
    return new ContainerStatusBuilder()
        .withName("program")
        .withImage("dev.local/program:9")
        .withReady(false)
        .withRestartCount(0);
  }

  private Namespace warning(HasMetadata object, String reason, String message) {
    events.add(
        new EventBuilder()
            .withReason(reason)
            .withMessage(message)
            .withNewInvolvedObject()
            .withUid(object.getMetadata().getUid())
            .endInvolvedObject()
            .build());
    return this;
  }

  private Namespace object(Part part, Map<String, Object> spec, Map<String, Object> status) {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setApiVersion(part.apiVersion());
    object.setKind(part.kind());
    object.setMetadata(
        new ObjectMetaBuilder()
            .withName(part.name())
            .withUid("uid-object-" + part.name())
            .withGeneration(1L)
            .build());
    object.setAdditionalProperty("spec", spec);
    object.setAdditionalProperty("status", status);
    objects.put(part, object);
    return this;
  }
}
