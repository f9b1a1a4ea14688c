package com.example.orderflow.localplatform.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.example.orderflow.localplatform.eventing.Answer;
import com.example.orderflow.localplatform.serving.ServiceStatus.State;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ServingIT extends ServiceUnderTest {

  @Test
  void aServiceGoesFromZeroToOneAndBackToZero() throws IOException {
    start(function().withScaling(ON_DEMAND.withWindow(SHORT)));
    assertThat(status().state()).isEqualTo(State.ZERO);

    HttpResponse<String> answer = post("/", "hello").join();

    assertThat(answer.body()).isEqualTo("hello");
    awaitStatus(status -> assertThat(status.state()).isEqualTo(State.ZERO));
    awaitStatus(status -> assertThat(status.instances()).isEmpty());
    await()
        .untilAsserted(
            () ->
                assertThat(notices)
                    .hasExactlyElementsOfTypes(
                        ServingNotice.Started.class,
                        ServingNotice.Stopped.class,
                        ServingNotice.AtRest.class));
  }

  @Test
  void aServiceStartsWithItsInitialScaleAndGoesToZeroWhenNobodyAsks() throws IOException {
    start(function().withScaling(ON_DEMAND.withInitialScale(2).withWindow(SHORT)));

    get(serving.begun());

    assertThat(status().instances()).hasSize(2);
    awaitStatus(status -> assertThat(status.state()).isEqualTo(State.ZERO));
    assertThat(status().starts()).isEqualTo(2);
  }

  @Test
  void aServiceThatCannotStartHasBegunToo() throws IOException {
    start(
        function(Map.of("CRASH", "The gateway's address is missing."))
            .withScaling(ON_DEMAND.withInitialScale(1)));

    get(serving.begun());

    assertThat(notices).first().isInstanceOf(ServingNotice.Crashed.class);
  }

  @Test
  void whatIsRenewedFinishesWhatItHasAndOthersStartInItsPlace() throws IOException {
    start(function());
    String before = post("/", "").join().headers().firstValue("pid").orElseThrow();
    CompletableFuture<HttpResponse<String>> begun = post("/gate", "");
    awaitStatus(status -> assertThat(inFlight(status)).isEqualTo(1));

    Future<Void> renewed = renew();
    String after = post("/", "").join().headers().firstValue("pid").orElseThrow();
    open("gate");
    get(renewed);

    assertThat(after).isNotEqualTo(before);
    assertThat(begun.join().headers().firstValue("pid")).hasValue(before);
    awaitStatus(status -> assertThat(status.instances()).hasSize(1));
  }

  @Test
  void whatIsJustStartingIsRenewedToo() throws IOException {
    start(function(Map.of("READY_GATE", "ready")));
    CompletableFuture<HttpResponse<String>> waiting = post("/", "");
    awaitStatus(status -> assertThat(status.state()).isEqualTo(State.STARTING));

    Future<Void> renewed = renew();
    open("ready");
    get(renewed);

    assertThat(waiting.join().statusCode()).isEqualTo(200);
    assertThat(status().starts()).isEqualTo(2);
  }

  @Test
  void aMinScaleIsThereWithoutARequest() throws IOException {
    start(function().withScaling(ON_DEMAND.withMinScale(2).withWindow(SHORT)));

    awaitStatus(status -> assertThat(status.instances()).hasSize(2));
  }

  @Test
  void servicesAreAtRestWithTheInstancesOfTheirMinScale() throws IOException {
    patience = SHORT;
    Scaling scaling = ON_DEMAND.withMinScale(1).withMaxScale(2).withWindow(SHORT);
    start(function().withContainerConcurrency(1).withScaling(scaling));
    post(8, "/gate");
    awaitStatus(status -> assertThat(inFlight(status)).isEqualTo(2));

    open("gate");

    awaitStatus(status -> assertThat(notices).last().isEqualTo(new ServingNotice.AtRest()));
    assertThat(status().instances()).hasSize(1);
  }

  @Test
  void requestsWaitWhileTheFirstInstanceStarts() throws IOException {
    start(function(Map.of("READY_GATE", "ready")));

    List<CompletableFuture<HttpResponse<String>>> answers = post(50, "/");
    awaitStatus(status -> assertThat(status.waiting()).isEqualTo(50));
    assertThat(status().state()).isEqualTo(State.STARTING);
    open("ready");

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    assertThat(status().starts()).isEqualTo(1);
  }

  @Test
  void moreRequestsThanCanWaitAreRefused() throws IOException {
    start(function(Map.of("READY_GATE", "never")));
    for (int i = 0; i < Activator.MOST_WAITING; i++) {
      deliver("/", LONG);
    }

    Answer answer = get(deliver("/", LONG));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body().toString()).contains("1000 requests wait for an instance of echo");
  }

  @Test
  void anInstanceHasNoMoreRequestsAtATimeThanItsContainerConcurrency() throws IOException {
    start(function().withContainerConcurrency(2));

    List<CompletableFuture<HttpResponse<String>>> answers = post(6, "/gate");
    awaitStatus(status -> assertThat(inFlight(status)).isEqualTo(2));
    awaitStatus(status -> assertThat(status.waiting()).isEqualTo(4));
    open("gate");

    assertThat(answers)
        .allSatisfy(answer -> assertThat(number(answer, "most-at-once")).isLessThanOrEqualTo(2));
  }

  @Test
  void sustainedQueueingStartsInstancesUpToMaxScale() throws IOException {
    patience = SHORT;
    start(function().withContainerConcurrency(1).withScaling(ON_DEMAND.withMaxScale(2)));

    List<CompletableFuture<HttpResponse<String>>> answers = post(8, "/gate");
    awaitStatus(status -> assertThat(inFlight(status)).isEqualTo(2));
    open("gate");

    assertThat(answers.stream().map(answer -> number(answer, "pid")).distinct()).hasSize(2);
    assertThat(status().starts()).isEqualTo(2);
  }

  @Test
  void whileAllProcessorsAreBusyNoFurtherInstanceStarts() throws IOException {
    patience = SHORT;
    busy = true;
    start(function().withContainerConcurrency(1).withScaling(ON_DEMAND.withMaxScale(2)));

    post(8, "/gate");
    awaitStatus(status -> assertThat(inFlight(status)).isEqualTo(1));
    await().during(SHORT.multipliedBy(3)).until(() -> status().starts() == 1);

    busy = false;
    awaitStatus(status -> assertThat(inFlight(status)).isEqualTo(2));
    open("gate");
  }

  @Test
  void aProgramThatCrashesAgainAndAgainIsNamedWithItsLastWords() throws IOException {
    start(function(Map.of("CRASH", "The gateway's address is missing.")));

    HttpResponse<String> answer = post("/", "").join();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
    assertThat(answer.body()).contains("echo ends again and again: exit code 3");
    assertThat(notices)
        .hasSize(CrashLoop.LOOPING_FROM)
        .last()
        .isInstanceOfSatisfying(
            ServingNotice.Crashed.class,
            crash -> {
              assertThat(crash.looping()).isTrue();
              assertThat(crash.lastLines()).contains("The gateway's address is missing.");
            });
    assertThat(status().state()).isEqualTo(State.CRASH_LOOP);
  }

  @Test
  void aProgramThatIsNotBuiltIsACrashThatSaysWhatToBuild() throws IOException {
    serve(
        function(),
        (program, slot) -> {
          throw new IOException("run mvn package");
        });

    assertThat(post("/", "").join().body()).contains("run mvn package");
  }

  @Test
  void aRequestWhoseInstanceIsKilledIsAnswered502AndTheNextFindsAnother() throws IOException {
    start(function());
    CompletableFuture<HttpResponse<String>> broken = post("/gate", "");
    awaitStatus(status -> assertThat(inFlight(status)).isEqualTo(1));

    long killed = status().instances().getFirst().pid();
    ProcessHandle.of(killed).orElseThrow().destroyForcibly();

    assertThat(broken.join().statusCode()).isEqualTo(502);
    // Until the system has closed its port, it takes connections that it resets.
    awaitStatus(status -> assertThat(status.instances()).noneMatch(i -> i.pid() == killed));
    assertThat(post("/", "again").join().body()).isEqualTo("again");
  }

  @Test
  void aRequestThatTakesLongerThanTheServicesTimeoutIsAnswered504() throws IOException {
    start(function().withTimeout(Duration.ofSeconds(3)));

    assertThat(post("/gate", "").join().statusCode()).isEqualTo(504);
    awaitStatus(status -> assertThat(inFlight(status)).isZero());
  }

  @Test
  void aDeliveryThatTakesLongerThanItsOwnTimeoutHasNoAnswer() throws IOException {
    start(function());

    assertThatThrownBy(() -> get(deliver("/gate", SHORT)))
        .hasMessageContaining("no answer within 200 ms");
    awaitStatus(status -> assertThat(status.waiting()).isZero());
  }

  @Test
  void anEventIsDeliveredWithItsAttributesAsHeaders() throws IOException {
    start(function());

    Answer answer = get(deliver("/", LONG));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().toString()).isEqualTo(TestEvents.TYPE);
  }

  @Test
  void aRequestThatIsTooLargeIsRefusedWithoutAnInstance() throws IOException {
    start(function());

    assertThat(post("/", "x".repeat(1_000_001)).join().statusCode()).isEqualTo(413);
    assertThat(status().starts()).isZero();
  }

  @Test
  void whatAnInstanceHasBegunIsFinishedBeforeItIsStopped() throws IOException {
    start(function());
    CompletableFuture<HttpResponse<String>> begun = post("/gate", "finished");
    awaitStatus(status -> assertThat(inFlight(status)).isEqualTo(1));

    Future<Void> stopped = serving.stop();
    assertThat(stopped.isComplete()).isFalse();
    open("gate");

    assertThat(begun.join().body()).isEqualTo("finished");
    get(stopped);
    serving = null;
  }
}
