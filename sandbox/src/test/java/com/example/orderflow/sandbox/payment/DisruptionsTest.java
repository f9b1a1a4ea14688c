package com.example.orderflow.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisruptionsTest {
  private static final Duration LATENCY = Duration.ofMillis(1_500);

  private final Disruptions disruptions = new Disruptions(LATENCY, 2);

  @ParameterizedTest
  @EnumSource
  void onlyASlowTokenIsAnsweredLate(TestToken token) {
    assertThat(disruptions.latency(token))
        .isEqualTo(token == TestToken.SLOW ? LATENCY : Duration.ZERO);
  }

  @ParameterizedTest
  @EnumSource
  void onlyACrashingTokenLosesItsFirstAnswer(TestToken token) {
    assertThat(disruptions.losesFirstAnswer(token))
        .isEqualTo(token == TestToken.CRASH_AFTER_CHARGE);
  }

  @Test
  void anOutageLastsForTheConfiguredAttempts() {
    assertThat(disruptions.isOut(2)).isTrue();
    assertThat(disruptions.isOut(3)).isFalse();
  }

  @Test
  void anOutageOfNoAttemptsLetsTheFirstOneThrough() {
    assertThat(new Disruptions(LATENCY, 0).isOut(1)).isFalse();
  }

  @Test
  void aNegativeLatencyIsRefused() {
    assertThatThrownBy(() -> new Disruptions(Duration.ofMillis(-1), 2))
        .hasMessage("sandbox.payment.slow-latency: PT-0.001S is negative");
  }

  @Test
  void aNegativeNumberOfAttemptsIsRefused() {
    assertThatThrownBy(() -> new Disruptions(LATENCY, -1))
        .hasMessage("sandbox.payment.outage-attempts: -1 is negative");
  }
}
