package com.example.orderflow.orchestration.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

  @Test
  void pausesDoubleUpToTheLongest() {
    assertThat(IntStream.rangeClosed(1, 6).mapToObj(backoff::after))
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 400L, 800L, 1_000L, 1_000L);
    assertThat(backoff.after(Integer.MAX_VALUE)).hasSeconds(1);
  }
}
