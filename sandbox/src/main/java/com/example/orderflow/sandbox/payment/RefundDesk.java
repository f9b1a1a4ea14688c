package com.example.orderflow.sandbox.payment;

import com.example.orderflow.sandbox.http.Answers;
import com.example.orderflow.sandbox.http.Reason;
import com.example.orderflow.sandbox.ledger.Charged;
import com.example.orderflow.sandbox.ledger.Decision;
import com.example.orderflow.sandbox.ledger.Effect;
import com.example.orderflow.sandbox.ledger.EntryId;
import com.example.orderflow.sandbox.ledger.IdempotentRequest;
import com.example.orderflow.sandbox.ledger.Ledger;
import com.example.orderflow.sandbox.ledger.Settled;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives charges back. Simulated: no money moves; the ledger says that it did. */
@Singleton
class RefundDesk {
  private final Ledger ledger;
  private final Answers answers;

  RefundDesk(Ledger ledger, Answers answers) {
    this.ledger = ledger;
    this.answers = answers;
  }

  Settled refund(IdempotentRequest request, RefundRequest refund) {
    return ledger.settleRefund(
        request, refund.chargeId(), charge -> decide(request, refund, charge));
  }

  private Decision decide(
      IdempotentRequest request, RefundRequest refund, Optional<Charged> charge) {
    return switch (RefundRules.judge(charge, refund)) {
      case RefundVerdict.Granted() -> granted(request, refund);
      case RefundVerdict.UnknownCharge() ->
          refused(
              Reason.UNKNOWN_CHARGE,
              "chargeId: \"%s\" was never made".formatted(refund.chargeId()));
      case RefundVerdict.AlreadyRefunded() ->
          refused(
              Reason.CHARGE_ALREADY_REFUNDED,
              "chargeId: \"%s\" was refunded under another idempotency key"
                  .formatted(refund.chargeId()));
      case RefundVerdict.Differs(Charged charged) ->
          refused(
              Reason.REFUND_DIFFERS_FROM_CHARGE,
              "amount, orderId: %d %s of %s, but the charge is %d %s of %s"
                  .formatted(
                      refund.amount().minorUnits(),
                      refund.amount().currency(),
                      refund.orderId(),
                      charged.amount().minorUnits(),
                      charged.amount().currency(),
                      charged.orderId()));
    };
  }

  private Decision granted(IdempotentRequest request, RefundRequest refund) {
    String id = EntryId.of("re", request);
    return Decision.effective(
        answers.created(new Refund(id, refund.chargeId(), refund.orderId(), refund.amount())),
        Effect.refund(refund.orderId(), id, refund.chargeId(), refund.amount()));
  }

  private Decision refused(Reason reason, String detail) {
    return Decision.withoutEffect(answers.refused(reason, detail));
  }
}
