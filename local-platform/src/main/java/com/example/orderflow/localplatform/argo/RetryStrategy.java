package com.example.orderflow.localplatform.argo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * When a failed attempt is followed by another one, as Argo decides it.
 *
 * @param limit how many attempts may follow the first one
 * @param expression must be true, given the last attempt
 * @param factor of each pause to the one before
 */
public record RetryStrategy(
    int limit, Policy policy, Optional<Text> expression, Duration pause, int factor, Duration cap) {

  /** Which ends of an attempt are tried again. */
  public enum Policy {
    ALWAYS("Always"),
    ON_FAILURE("OnFailure"),
    ON_ERROR("OnError");

    private final String argo;

    Policy(String argo) {
      this.argo = argo;
    }

    public String argo() {
      return argo;
    }

    boolean covers(NodePhase phase) {
      return switch (this) {
        case ALWAYS -> true;
        case ON_FAILURE -> phase == NodePhase.FAILED;
        case ON_ERROR -> phase == NodePhase.ERROR;
      };
    }
  }

  /** Another attempt after a pause, or why there is none. */
  sealed interface Decision {
    record Again(Duration after) implements Decision {}

    record Enough(String message) implements Decision {}
  }

  /**
   * What follows a failed attempt.
   *
   * @param attempts made so far, at least 1
   */
  Decision after(NodeStatus last, int attempts) {
    if (!policy.covers(last.phase())) {
      return new Decision.Enough(last.message());
    }
    if (attempts > limit) {
      return new Decision.Enough("No more retries left");
    }
    Map<String, String> names = Map.of("lastRetry.message", String.valueOf(last.message()));
    if (expression.isPresent() && !expression.get().fill(names).equals("true")) {
      return new Decision.Enough("retryStrategy.expression evaluated to false");
    }
    return new Decision.Again(pauseAfter(attempts));
  }

  /** Doubling with a factor of 2, from the first pause to the cap. */
  Duration pauseAfter(int attempts) {
    double seconds = pause.toMillis() / 1000.0 * Math.pow(factor, attempts - 1);
    return seconds >= cap.toSeconds() ? cap : Duration.ofMillis((long) (seconds * 1000));
  }
}
