package com.example.orderflow.contracttests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.loadtester.plan.AutoscalerSettings;
import com.example.orderflow.loadtester.plan.Cluster;
import com.example.orderflow.loadtester.plan.PlanCheck;
import com.example.orderflow.loadtester.plan.PodSeries;
import com.example.orderflow.loadtester.plan.ServiceTimes;
import com.example.orderflow.loadtester.schedule.Burst;
import com.example.orderflow.loadtester.schedule.Constant;
import com.example.orderflow.loadtester.schedule.Pause;
import com.example.orderflow.loadtester.schedule.Phase;
import com.example.orderflow.loadtester.schedule.Schedule;
import com.example.orderflow.probe.Answer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What {@code ./orderflow plan} says the autoscaler does, beside what that of a cluster does with
 * the same requests: {@code ./orderflow test --cluster autoscaler}.
 *
 * <pre>
 *   requests ─┬─► Service scaled, whose work takes 4 s ──────► pods that its autoscaler wants ─┐
 *             └─► plan, with the settings of the cluster ────► pods ───────────────────────────┴─► agree?
 * </pre>
 */
class AutoscalerClusterIT {
  private static final String SERVICE = "scaled";

  /** Long beside what a request waits while the starting pods take the processors. */
  private static final Duration WORK = Duration.ofSeconds(4);

  private static final Duration PATIENCE = Duration.ofSeconds(180);

  /** One request, which brings the first pod; then seven under way, for longer than the window. */
  private static final List<Phase> LOAD =
      List.of(
          new Burst(1, 1, Duration.ofSeconds(1)),
          new Pause(Duration.ofSeconds(15)),
          new Constant(1.75, Duration.ofSeconds(60)));

  /** For longer than window and grace, so that the plan too gets to zero. */
  private static final Phase AFTERWARDS = new Pause(Duration.ofSeconds(90));

  private static ClusterUnderContract cluster;

  private final String key = "k" + UUID.randomUUID().toString().substring(0, 13);

  /** What is kept of a run. */
  private record Kept(
      AutoscalerSettings settings,
      double coldStartSeconds,
      double lastRequest,
      PodSeries planned,
      PodSeries seen,
      List<String> differences) {}

  @BeforeAll
  static void deploy() {
    cluster = ClusterUnderContract.deploy();
  }

  @AfterAll
  static void remove() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void podsComeAndGoAsThePlanSays() throws IOException {
    Schedule load = new Schedule(LOAD);
    double end = load.duration().toMillis() / 1e3;
    takesItsTime((int) load.requests());
    isAtZero();

    double coldStart;
    PodSeries seen;
    try (PodRecorder recorder = new PodRecorder(() -> cluster.wantedPods(SERVICE))) {
      OpenLoad.Answers answers = OpenLoad.fire(load, this::post);
      coldStart = answers.first().minus(WORK).toMillis() / 1e3;
      answers.areAll(200);
      await(SERVICE + " at zero again")
          .atMost(PATIENCE)
          .until(() -> recorder.series().emptyAfter(end).isPresent());
      seen = recorder.series();
    }
    AutoscalerSettings settings = cluster.autoscaler(SERVICE);
    PodSeries planned = planned(settings, coldStart);

    List<String> differences =
        new PlanCheck(planned, seen, end, settings.scaleToZeroGrace()).differences();
    keep(new Kept(settings, coldStart, end, planned.changes(), seen.changes(), differences));
    System.out.printf("autoscaler: planned %s%n", planned.text());
    System.out.printf("autoscaler: seen    %s%n", seen.text());
    assertThat(differences).isEmpty();
  }

  private static PodSeries planned(AutoscalerSettings settings, double coldStart) {
    Schedule load = new Schedule(Stream.concat(LOAD.stream(), Stream.of(AFTERWARDS)).toList());
    return PodSeries.of(
        Cluster.simulate(
            new Cluster.Workload(load, ServiceTimes.always(WORK.toSeconds()), coldStart, 0),
            settings,
            1));
  }

  private void takesItsTime(int requests) {
    new DeskClient(cluster::desk)
        .answers(
            key,
            "",
            Stream.generate(() -> Answer.OK.after(WORK.toMillis()))
                .limit(requests)
                .toArray(Answer[]::new));
  }

  private CompletableFuture<Http.Response> post() {
    URI uri = cluster.service(SERVICE);
    return Http.sendAsync("POST", uri.resolve(uri.getRawPath() + "/" + key), Map.of(), "{}");
  }

  private static void isAtZero() {
    await(SERVICE + " at zero")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> cluster.wantedPods(SERVICE) == 0);
  }

  private static void keep(Kept kept) throws IOException {
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(Path.of("target", "autoscaler.json").toFile(), kept);
  }
}
