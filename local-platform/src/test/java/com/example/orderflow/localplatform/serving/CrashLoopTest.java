package com.example.orderflow.localplatform.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CrashLoopTest {
  private final CrashLoop crashes = new CrashLoop(CrashLoop.BACKOFF);
  private final Instant now = Instant.EPOCH;

  @Test
  void theWaitDoublesWithEachCrashInARow() {
    assertThat(crashes.crashed(now, Duration.ZERO)).hasMillis(500);
    assertThat(crashes.crashed(now, Duration.ZERO)).hasSeconds(1);
    assertThat(crashes.crashed(now, Duration.ZERO)).hasSeconds(2);
  }

  @Test
  void aCrashAfterALongRunBeginsAnew() {
    crashes.crashed(now, Duration.ZERO);
    crashes.crashed(now, Duration.ZERO);

    assertThat(crashes.crashed(now, CrashLoop.STABLE)).hasMillis(500);
    assertThat(crashes.isLooping()).isFalse();
  }

  @Test
  void theThirdCrashInARowIsALoopThatRestsUntilTheNextStart() {
    crashes.crashed(now, Duration.ZERO);
    crashes.crashed(now, Duration.ZERO);
    assertThat(crashes.isResting(now)).isFalse();

    Duration wait = crashes.crashed(now, Duration.ZERO);

    assertThat(crashes.isResting(now)).isTrue();
    assertThat(crashes.untilStart(now)).isEqualTo(wait);
    assertThat(crashes.isResting(now.plus(wait))).isFalse();
    assertThat(crashes.mayStart(now.plus(wait))).isTrue();
  }
}
