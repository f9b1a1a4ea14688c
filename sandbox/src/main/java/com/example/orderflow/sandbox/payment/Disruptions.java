package com.example.orderflow.sandbox.payment;

import java.time.Duration;

/**
 * What goes wrong around a charge because its token asks for it.
 *
 * @param slowLatency how long the answer to a slow token waits
 * @param outageAttempts how many attempts of one idempotency key an outage lasts
 */
public record Disruptions(Duration slowLatency, int outageAttempts) {

  public Disruptions {
    if (slowLatency.isNegative()) {
      throw new IllegalArgumentException(
          "sandbox.payment.slow-latency: %s is negative".formatted(slowLatency));
    }
    if (outageAttempts < 0) {
      throw new IllegalArgumentException(
          "sandbox.payment.outage-attempts: %d is negative".formatted(outageAttempts));
    }
  }

  public Duration latency(TestToken token) {
    return token == TestToken.SLOW ? slowLatency : Duration.ZERO;
  }

  /** Whether attempts have to be counted for this token. */
  public boolean hasOutage(TestToken token) {
    return token == TestToken.OUTAGE_THEN_OK;
  }

  /**
   * @param attempt 1 for the first
   */
  public boolean isOut(int attempt) {
    return attempt <= outageAttempts;
  }

  /** Whether the first answer gets lost, after all has been written. */
  public boolean losesFirstAnswer(TestToken token) {
    return token == TestToken.CRASH_AFTER_CHARGE;
  }
}
