package com.example.orderflow.contracttests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.probe.Answer;
import com.example.orderflow.probe.Call;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Instances come with requests, go without them, and have bounds. */
@Needs(Engine.SERVING)
abstract class ServingContract extends Contract {
  private static final String GATED = "gated";
  private static final String BOUNDED = "bounded";
  private static final String IMPATIENT = "impatient";
  static final List<String> SERVICES = List.of(GATED, BOUNDED, IMPATIENT);

  /** A window of 6 s, and what a cluster adds: a grace period of 30 s by default. */
  private static final Duration TO_ZERO = Duration.ofSeconds(90);

  @Test
  @ResourceLock(GATED)
  void aServiceGoesFromZeroToOneForARequestAndBackToZeroWithoutOne() {
    isAtZero(GATED);
    assertThat(post(GATED).join().status()).isEqualTo(200);

    isAtZero(GATED);

    assertThat(post(GATED).join().status()).isEqualTo(200);
    assertThat(desk.calls(key).stream().map(Call::instance)).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  @ResourceLock(GATED)
  void aRequestWaitsUntilTheReadinessProbeSaysYes() {
    isAtZero(GATED);
    desk.isClosed(GATED);
    int asked = desk.timesAsked(GATED);

    CompletableFuture<Http.Response> answer = post(GATED);

    await().atMost(TO_ZERO).until(() -> desk.timesAsked(GATED) > asked + 1);
    assertThat(desk.calls(key)).isEmpty();
    desk.isOpen(GATED);
    assertThat(answer.join().status()).isEqualTo(200);
  }

  @Test
  @ResourceLock(BOUNDED)
  void anInstanceHasNoMoreRequestsAtATimeThanItsContainerConcurrency() {
    desk.answers(
        key, "", Stream.generate(() -> Answer.OK.after(150)).limit(5).toArray(Answer[]::new));

    List<CompletableFuture<Http.Response>> answers =
        Stream.generate(() -> post(BOUNDED)).limit(5).toList();

    assertThat(answers).allMatch(answer -> answer.join().status() == 200);
    assertThat(desk.calls(key)).hasSize(5).allMatch(call -> call.atOnce() == 1);
  }

  @Test
  @ResourceLock(IMPATIENT)
  void aRequestThatTakesLongerThanTimeoutSecondsIsAnswered504() {
    await().atMost(TO_ZERO).until(() -> Http.get(platform().service(IMPATIENT)).status() == 200);
    desk.answers(key, "", Answer.OK.after(4_000));

    Http.Response answer = post(IMPATIENT).join();

    assertThat(answer.status()).as(answer.body()).isEqualTo(504);
    assertThat(desk.calls(key)).hasSize(1);
  }

  @Test
  @ResourceLock(IMPATIENT)
  void timeoutSecondsCountsTheTimeForWhichARequestWaitsForAnInstance() {
    isAtZero(IMPATIENT);
    desk.isClosed(IMPATIENT);

    Http.Response answer = post(IMPATIENT).join();

    desk.isOpen(IMPATIENT);
    assertThat(answer.status()).as(answer.body()).isEqualTo(504);
    assertThat(desk.calls(key)).isEmpty();
  }

  @Test
  @ResourceLock(BOUNDED)
  void aProgramIsToldItsServiceAndRevision() {
    post(BOUNDED).join();

    assertThat(desk.calls(key)).singleElement().extracting(Call::service).isEqualTo(BOUNDED);
  }

  @Test
  @ResourceLock(BOUNDED)
  @OnlyOnACluster(
      because = "a traffic split is refused by file and line: ManifestsTest#aTrafficSplitIsRefused")
  void trafficIsSplitByPercentages() {
    ClusterUnderContract cluster = (ClusterUnderContract) platform();
    cluster.splitInTwo(BOUNDED);

    for (int i = 0; i < 100; i++) {
      post(BOUNDED).join();
    }

    long old = desk.calls(key).stream().filter(call -> cluster.isOfTheFirstRevision(call)).count();
    assertThat(old).isBetween(30L, 70L);
  }

  /** The key is all of the path: place is empty. */
  private CompletableFuture<Http.Response> post(String service) {
    URI uri = platform().service(service);
    return Http.sendAsync("POST", uri.resolve(uri.getRawPath() + "/" + key), Map.of(), "{}");
  }

  private void isAtZero(String service) {
    await(service + " at zero")
        .atMost(TO_ZERO)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> platform().instances(service) == 0);
  }
}
