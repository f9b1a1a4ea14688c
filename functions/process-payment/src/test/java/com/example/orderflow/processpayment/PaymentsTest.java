package com.example.orderflow.processpayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.orderflow.eventpolicy.EventRefused;
import com.example.orderflow.events.Money;
import org.junit.jupiter.api.Test;

class PaymentsTest {

  private static final Money TOTAL = new Money(3_564, "GBP");

  private final GatewayInMemory gateway = new GatewayInMemory();
  private final StoreInMemory store = new StoreInMemory();
  private final Payments payments = new Payments(gateway, store);

  @Test
  void anOrderIsCharged() {
    assertThat(charge()).isEqualTo(new Payment.Completed("order-1", "charge-1", TOTAL));
  }

  @Test
  void aRepeatedChargeAnswersTheFirstChargeAndDoesNotAskTheGateway() {
    Payment first = charge();

    assertThat(charge()).isEqualTo(first);
    assertThat(gateway.calls).isEqualTo(1);
  }

  @Test
  void aDeclinedOrderStaysDeclined() {
    gateway.declines = true;
    Payment declined = charge();
    gateway.declines = false;

    assertThat(charge()).isEqualTo(declined).isInstanceOf(Payment.Failed.class);
  }

  @Test
  void aCrashBetweenTheChargeAndTheStoreDoesNotChargeTwice() {
    store.crashesOnce = true;
    assertThatThrownBy(this::charge).isInstanceOf(StoreInMemory.Crash.class);

    Payment afterwards = charge();

    assertThat(afterwards).isEqualTo(new Payment.Completed("order-1", "charge-1", TOTAL));
    assertThat(gateway.charges).hasSize(1);
  }

  @Test
  void ofTwoOutcomesTheOneThatIsKeptFirstIsTheAnswer() {
    Payment kept = new Payment.Completed("order-1", "charge-of-another-instance", TOTAL);
    store.meanwhile = kept;

    assertThat(charge()).isEqualTo(kept);
  }

  @Test
  void aChargedOrderIsRefundedOnce() {
    charge();

    Payment.Refunded first = refund("charge-1", TOTAL);

    assertThat(refund("charge-1", TOTAL)).isEqualTo(first);
    assertThat(gateway.refunds).hasSize(1);
  }

  @Test
  void aCrashBetweenTheRefundAndTheStoreDoesNotRefundTwice() {
    charge();
    store.crashesOnce = true;
    assertThatThrownBy(() -> refund("charge-1", TOTAL)).isInstanceOf(StoreInMemory.Crash.class);

    refund("charge-1", TOTAL);

    assertThat(gateway.refunds).hasSize(1);
  }

  @Test
  void aChargeAfterTheRefundAnswersTheRefundedChargeAndChargesNothing() {
    Payment charged = charge();
    Payment.Refunded refunded = refund("charge-1", TOTAL);

    assertThat(charge()).isEqualTo(refunded);
    assertThat(refunded.charge()).isEqualTo(charged);
    assertThat(gateway.charges).hasSize(1);
  }

  @Test
  void whatWasNotChargedIsNotRefunded() {
    assertThatThrownBy(() -> refund("charge-1", TOTAL))
        .isInstanceOf(EventRefused.class)
        .hasMessageContaining("never charged");
  }

  @Test
  void whatWasDeclinedIsNotRefunded() {
    gateway.declines = true;
    charge();

    assertThatThrownBy(() -> refund("charge-1", TOTAL))
        .isInstanceOf(EventRefused.class)
        .hasMessageContaining("card_declined");
  }

  @Test
  void anotherChargeOrAmountThanTheOrdersIsNotRefunded() {
    charge();

    assertThatThrownBy(() -> refund("charge-of-another-order", TOTAL))
        .isInstanceOf(EventRefused.class);
    assertThatThrownBy(() -> refund("charge-1", new Money(3_565, "GBP")))
        .isInstanceOf(EventRefused.class);
    assertThat(gateway.refunds).isEmpty();
  }

  private Payment charge() {
    return payments.charge("order-1", "tok_ok", TOTAL);
  }

  private Payment.Refunded refund(String chargeId, Money amount) {
    return payments.refund("order-1", chargeId, amount, "country_not_served");
  }
}
