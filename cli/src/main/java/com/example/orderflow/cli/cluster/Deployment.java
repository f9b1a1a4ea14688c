package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Console;
import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
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
  private static final String MIGRATIONS = "migrations";

  private final KubernetesClient client;
  private final Release release;
  private final Console console;
  private final Rollout rollout = new Rollout();
  private final Instant start = Instant.now();

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
    // What is ready before Helm begins is no progress.
    rollout.look(observer.observe());
    CompletableFuture<String> helm =
        CompletableFuture.supplyAsync(() -> release.deploy(timeout), Deployment::inADaemon);
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
      if (Instant.now().isAfter(end) || (done && !lasting.isEmpty())) {
        return rollout.current();
      }
      if (!done && lasting.stream().anyMatch(finding -> finding.about().equals(MIGRATIONS))) {
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
      List<Finding> why =
          rollout.current().stream()
              .filter(finding -> finding.level() == Finding.Level.BAD)
              .toList();
      Finding said = HelmFailure.of(failed.getCause().getMessage(), release);
      // Of a hook Helm only says that it failed.
      return why.isEmpty() || !said.found().contains("hook") ? List.of(said) : why;
    }
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
    client
        .batch()
        .v1()
        .jobs()
        .inNamespace(release.namespace())
        .withName(MIGRATIONS)
        .edit(
            job -> new JobBuilder(job).editSpec().withActiveDeadlineSeconds(1L).endSpec().build());
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
