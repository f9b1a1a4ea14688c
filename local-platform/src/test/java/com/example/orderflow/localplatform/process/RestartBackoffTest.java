package com.example.orderflow.localplatform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RestartBackoffTest {
  private final RestartBackoff backoff =
      new RestartBackoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  @Property
  void theWaitNeverShrinksAndStaysWithinItsLimits(@ForAll @IntRange(min = 1) int failures) {
    assertThat(backoff.after(failures))
        .isGreaterThanOrEqualTo(backoff.after(failures - 1))
        .isBetween(Duration.ofMillis(200), Duration.ofSeconds(10));
  }
}
