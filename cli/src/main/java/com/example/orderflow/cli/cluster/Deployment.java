package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Console;
import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.ScalableResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Deploys a release and follows it until it is ready, or until it is clear that it will not be.
 *
 * <pre>
 *   what the chart wants ─► has the cluster it? ─► Helm, in a thread ─┬─► ready
 *                                └─ no ─► findings        ▲           └─► findings
 *                                                    a look each second
 * </pre>
 */
public final class Deployment {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /**
   * Beyond the time that was asked for: so that Helm is not killed, which would lock the release.
   */
  private static final Duration HELMS_OWN = Duration.ofSeconds(30);

  private static final String MIGRATIONS = "migrations";

  private final KubernetesClient client;
  private final Release release;
  private final Console console;
  private final Rollout rollout = new Rollout();
  private final Instant start = Instant.now();

  /** Why the migrations were given up. */
  private List<Finding> given = List.of();

  public Deployment(KubernetesClient client, Release release, Console console) {
    this.client = client;
    this.release = release;
    this.console = console;
  }

  /**
   * @return why it is not ready; empty when it is
   */
  public List<Finding> run(Duration timeout) throws InterruptedException {
    List<Part> parts;
    try {
      parts = release.parts();
    } catch (IllegalStateException refused) {
      return List.of(HelmFailure.of(refused.getMessage(), release));
    }
    List<Finding> missing = EngineMissing.in(parts, new Served(client));
    if (!missing.isEmpty()) {
      return missing;
    }
    makeNamespace();
    Observer observer = new Observer(client, release.namespace(), parts);
    removeFailedMigrations();
    // What is ready before Helm begins is no progress.
    rollout.look(observer.observe());
    CompletableFuture<String> helm =
        CompletableFuture.supplyAsync(
            () -> release.deploy(timeout.plus(HELMS_OWN)), Deployment::inADaemon);
    return follow(observer, helm, start.plus(timeout));
  }

  private List<Finding> follow(Observer observer, CompletableFuture<String> helm, Instant end)
      throws InterruptedException {
    while (true) {
      boolean done = isDone(helm);
      tell(rollout.look(observer.observe()));
      if (helm.isCompletedExceptionally()) {
        return failure(helm);
      }
      if (done && rollout.isComplete()) {
        console.say(
            "Release %s, revision %s, is ready in namespace %s after %s s.",
            release.name(),
            helm.join(),
            release.namespace(),
            Console.seconds(Duration.between(start, Instant.now())));
        return List.of();
      }
      List<Finding> lasting = rollout.lasting(Instant.now());
      boolean over = Instant.now().isAfter(end);
      if (done && (over || !lasting.isEmpty())) {
        return rollout.current();
      }
      if (!done && given.isEmpty() && (over || areOfMigrations(lasting))) {
        given = over ? rollout.current() : lasting;
        endMigrations();
      }
    }
  }

  /** Waits a moment for Helm, or for the next look when it is through. */
  private static boolean isDone(CompletableFuture<String> helm) throws InterruptedException {
    if (helm.isDone()) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
      return true;
    }
    try {
      helm.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException notNow) {
      return helm.isDone();
    }
    return true;
  }

  private List<Finding> failure(CompletableFuture<String> helm) {
    try {
      helm.join();
      throw new IllegalStateException("Helm failed");
    } catch (CompletionException failed) {
      String said = failed.getCause().getMessage();
      // Of a hook Helm says that it failed, and not why.
      return HelmFailure.isOfAHook(said) && !why().isEmpty()
          ? why()
          : List.of(HelmFailure.of(said, release));
    }
  }

  private static boolean areOfMigrations(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.about().equals(MIGRATIONS));
  }

  private List<Finding> why() {
    return given.isEmpty() ? rollout.current() : given;
  }

  private void tell(Rollout.News news) {
    news.ready()
        .forEach(part -> console.started(part.toString(), Duration.between(start, Instant.now())));
    news.findings().forEach(finding -> console.trouble(finding.about(), finding.found()));
  }

  /**
   * Helm waits for a hook as long as it runs. A Job at its deadline has failed, Helm says so, and
   * the release is in order for the next try; were Helm killed instead, it would be locked.
   */
  private void endMigrations() {
    if (migrations().get() != null) {
      migrations()
          .edit(
              job ->
                  new JobBuilder(job).editSpec().withActiveDeadlineSeconds(1L).endSpec().build());
    }
  }

  /** Of an earlier try: it would be taken for the next one's. Helm makes it anew. */
  private void removeFailedMigrations() {
    Job before = migrations().get();
    if (before != null
        && before.getStatus().getConditions().stream()
            .anyMatch(condition -> "Failed".equals(condition.getType()))) {
      migrations().delete();
    }
  }

  private ScalableResource<Job> migrations() {
    return client.batch().v1().jobs().inNamespace(release.namespace()).withName(MIGRATIONS);
  }

  /** As infra/knative does: pods that Pod Security refuses would be refused anywhere else, too. */
  private void makeNamespace() {
    if (client.namespaces().withName(release.namespace()).get() == null) {
      client
          .resource(
              new NamespaceBuilder()
                  .withNewMetadata()
                  .withName(release.namespace())
                  .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                  .endMetadata()
                  .build())
          .create();
    }
  }

  private static void inADaemon(Runnable work) {
    Thread.ofPlatform().daemon().name("helm").start(work);
  }
}
