package com.example.orderflow.sandbox.payment;

import java.util.Arrays;

/** Payment tokens stand for cards; here each stands for what shall happen. */
public enum TestToken {
  /** Is charged. */
  OK("tok_ok"),
  /** Is declined by its bank. */
  DECLINED("tok_declined"),
  /** Is charged, and answered late, each time. */
  SLOW("tok_slow"),
  /** Meets an outage for the first attempts of an idempotency key, then is charged. */
  OUTAGE_THEN_OK("tok_outage_then_ok"),
  /** Is charged, but the first answer is lost: the connection closes without one. */
  CRASH_AFTER_CHARGE("tok_crash_after_charge"),
  /** Any other token. */
  UNKNOWN("");

  private final String token;

  TestToken(String token) {
    this.token = token;
  }

  public static TestToken of(String token) {
    return Arrays.stream(values())
        .filter(known -> known.token.equals(token))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
