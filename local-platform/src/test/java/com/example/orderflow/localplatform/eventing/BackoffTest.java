package com.example.orderflow.localplatform.eventing;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** "gaps, exponential d = 0.5 s / linear d: 1, 2, 4, 8 s / d, 2d, 3d". */
class BackoffTest {

  @Test
  void exponentialPausesDoubleFromTwiceTheDelay() {
    assertThat(pauses(new Backoff(BackoffPolicy.EXPONENTIAL, ofMillis(500)), 4))
        .containsExactly(ofSeconds(1), ofSeconds(2), ofSeconds(4), ofSeconds(8));
  }

  @Test
  void linearPausesGrowByTheDelay() {
    assertThat(pauses(new Backoff(BackoffPolicy.LINEAR, ofMillis(500)), 3))
        .containsExactly(ofMillis(500), ofMillis(1000), ofMillis(1500));
  }

  @Test
  void aThousandAttemptsDoNotOverflow() {
    assertThat(new Backoff(BackoffPolicy.EXPONENTIAL, ofSeconds(60)).pauseAfter(1000)).isPositive();
  }

  private static List<Duration> pauses(Backoff backoff, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(backoff::pauseAfter).toList();
  }
}
