package com.example.orderflow.sandbox.payment;

import com.example.orderflow.events.Money;

/**
 * Decides in place of a bank.
 *
 * @param limit the most minor units of a charge, whatever the currency
 */
public record CardRules(long limit) {

  public CardRules {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "sandbox.payment.card-limit: %d is less than 1 minor unit".formatted(limit));
    }
  }

  public Verdict judge(TestToken token, Money amount) {
    return switch (token) {
      case UNKNOWN -> new Verdict.UnknownToken();
      case DECLINED -> new Verdict.Declined();
      case OK, SLOW, OUTAGE_THEN_OK, CRASH_AFTER_CHARGE ->
          amount.minorUnits() > limit ? new Verdict.LimitExceeded(limit) : new Verdict.Approved();
    };
  }
}
