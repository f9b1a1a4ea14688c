package com.example.orderflow.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.events.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardRulesTest {
  private final CardRules rules = new CardRules(200_000);

  @ParameterizedTest
  @ValueSource(strings = {"tok_ok", "tok_slow", "tok_outage_then_ok", "tok_crash_after_charge"})
  void aTokenThatIsNotDeclinedIsApproved(String token) {
    assertThat(judge(token, 3_564)).isEqualTo(new Verdict.Approved());
  }

  @Test
  void aDecliningTokenIsDeclined() {
    assertThat(judge("tok_declined", 1)).isEqualTo(new Verdict.Declined());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tok_", "TOK_OK", " tok_ok"})
  void anyOtherTokenIsUnknown(String token) {
    assertThat(judge(token, 1)).isEqualTo(new Verdict.UnknownToken());
  }

  @Test
  void anAmountAtTheLimitIsApproved() {
    assertThat(judge("tok_ok", 200_000)).isEqualTo(new Verdict.Approved());
  }

  @Test
  void anAmountAboveTheLimitExceedsIt() {
    assertThat(judge("tok_ok", 200_001)).isEqualTo(new Verdict.LimitExceeded(200_000));
  }

  @Test
  void aLimitThatNoChargeCouldMeetIsRefused() {
    assertThatThrownBy(() -> new CardRules(0))
        .hasMessage("sandbox.payment.card-limit: 0 is less than 1 minor unit");
  }

  private Verdict judge(String token, long minorUnits) {
    return rules.judge(TestToken.of(token), new Money(minorUnits, "GBP"));
  }
}
