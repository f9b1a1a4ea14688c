package com.example.orderflow.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.Money;
import com.example.orderflow.sandbox.ledger.Charged;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefundRulesTest {
  private static final Money PAID = new Money(3_564, "GBP");
  private static final Charged CHARGED = new Charged("536365", PAID, false);

  @Test
  void theWholeOfAChargeIsGivenBack() {
    assertThat(judge(CHARGED, "536365", PAID)).isEqualTo(new RefundVerdict.Granted());
  }

  @Test
  void aChargeThatWasNeverMadeIsUnknown() {
    assertThat(judge(null, "536365", PAID)).isEqualTo(new RefundVerdict.UnknownCharge());
  }

  @Test
  void aChargeIsGivenBackOnce() {
    assertThat(judge(new Charged("536365", PAID, true), "536365", PAID))
        .isEqualTo(new RefundVerdict.AlreadyRefunded());
  }

  @Test
  void anotherAmountDiffers() {
    assertThat(judge(CHARGED, "536365", new Money(3_563, "GBP")))
        .isEqualTo(new RefundVerdict.Differs(CHARGED));
  }

  @Test
  void anotherCurrencyDiffers() {
    assertThat(judge(CHARGED, "536365", new Money(3_564, "EUR")))
        .isEqualTo(new RefundVerdict.Differs(CHARGED));
  }

  @Test
  void anotherOrderDiffers() {
    assertThat(judge(CHARGED, "536366", PAID)).isEqualTo(new RefundVerdict.Differs(CHARGED));
  }

  private static RefundVerdict judge(Charged charge, String orderId, Money amount) {
    RefundRequest request = new RefundRequest(orderId, "ch_1", amount, "country_not_served");
    return RefundRules.judge(Optional.ofNullable(charge), request);
  }
}
