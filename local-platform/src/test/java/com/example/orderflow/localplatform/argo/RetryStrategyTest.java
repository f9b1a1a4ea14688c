package com.example.orderflow.localplatform.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.localplatform.argo.RetryStrategy.Decision.Again;
import com.example.orderflow.localplatform.argo.RetryStrategy.Decision.Enough;
import com.example.orderflow.localplatform.argo.RetryStrategy.Policy;
import com.example.orderflow.localplatform.manifest.ArgoManifests;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryStrategyTest {
  private static final RetryStrategy DEPLOYED =
      ArgoManifests.read(Path.of("..", "infra", "argo"))
          .entrypoint()
          .steps()
          .getFirst()
          .template()
          .retry()
          .orElseThrow();

  @Test
  void pausesDoubleUpToTheirCap() {
    assertThat(IntStream.rangeClosed(1, 6).mapToObj(with(Policy.ALWAYS)::pauseAfter))
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 9L, 9L);
  }

  /** As {@code infra/knative} has them: a backoffDelay of 0.2 s, doubled before each attempt. */
  @Test
  void thePausesAreThoseOfTheTriggers() {
    assertThat(IntStream.rangeClosed(1, 10).mapToObj(DEPLOYED::pauseAfter))
        .extracting(Duration::toMillis)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 10).mapToObj(attempt -> 200L << attempt).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 408, 409, 429, 500, 502, 503, 504})
  void theCodesThatATriggerTriesAgainAreTriedAgain(int code) {
    assertThat(DEPLOYED.after(answered(code), 1)).isInstanceOf(Again.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 405, 410, 413, 415, 418, 422, 425})
  void theCodesOfAWrongRequestAreNot(int code) {
    assertThat(DEPLOYED.after(answered(code), 1))
        .isEqualTo(new Enough("retryStrategy.expression evaluated to false"));
  }

  @Test
  void noAnswerIsTriedAgain() {
    assertThat(DEPLOYED.after(failed(NodePhase.FAILED, "connection refused"), 1))
        .isInstanceOf(Again.class);
  }

  @Test
  void theLimitCountsTheAttemptsAfterTheFirst() {
    assertThat(DEPLOYED.after(answered(503), 10)).isInstanceOf(Again.class);
    assertThat(DEPLOYED.after(answered(503), 11)).isEqualTo(new Enough("No more retries left"));
  }

  @Test
  void aPolicyCoversFailuresOrErrors() {
    assertThat(with(Policy.ON_FAILURE).after(failed(NodePhase.ERROR, "x"), 1))
        .isEqualTo(new Enough("x"));
    assertThat(with(Policy.ON_ERROR).after(failed(NodePhase.FAILED, "x"), 1))
        .isEqualTo(new Enough("x"));
  }

  private static RetryStrategy with(Policy policy) {
    return new RetryStrategy(
        1, policy, Optional.empty(), Duration.ofSeconds(1), 2, Duration.ofSeconds(9));
  }

  private static NodeStatus answered(int code) {
    return failed(NodePhase.FAILED, "received non-2xx response code: " + code);
  }

  private static NodeStatus failed(NodePhase phase, String message) {
    return new NodeStatus(
        "order-1[0].validate(0)",
        "validate(0)",
        "call",
        phase,
        message,
        Instant.EPOCH,
        Instant.EPOCH,
        null);
  }
}
