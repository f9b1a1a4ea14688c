package com.example.orderflow.sandbox.payment;

import com.example.orderflow.sandbox.http.Answers;
import com.example.orderflow.sandbox.http.Reason;
import com.example.orderflow.sandbox.ledger.Attempts;
import com.example.orderflow.sandbox.ledger.Decision;
import com.example.orderflow.sandbox.ledger.Effect;
import com.example.orderflow.sandbox.ledger.EntryId;
import com.example.orderflow.sandbox.ledger.IdempotentRequest;
import com.example.orderflow.sandbox.ledger.Ledger;
import com.example.orderflow.sandbox.ledger.Settled;
import jakarta.inject.Singleton;

/**
 * Takes charges, with what their tokens put in the way.
 *
 * <pre>
 *   outage? ──yes──► Outage (nothing written but the attempt)
 *      │no
 *   CardRules ─► Ledger ─► slow? wait, without a connection ─► lost? ──yes──► Lost (once per key)
 *                                                                │no
 *                                                             Answered
 * </pre>
 *
 * <p>Simulated: the bank, the latency, the outage and the lost answer. Real: what is written before
 * the answer goes out stays, also when the caller has given up waiting.
 */
@Singleton
class ChargeDesk {
  private final CardRules rules;
  private final Disruptions disruptions;
  private final Attempts attempts;
  private final Ledger ledger;
  private final Answers answers;

  ChargeDesk(
      CardRules rules, Disruptions disruptions, Attempts attempts, Ledger ledger, Answers answers) {
    this.rules = rules;
    this.disruptions = disruptions;
    this.attempts = attempts;
    this.ledger = ledger;
    this.answers = answers;
  }

  Reply charge(IdempotentRequest request, ChargeRequest charge) throws InterruptedException {
    TestToken token = TestToken.of(charge.paymentToken());
    if (disruptions.hasOutage(token)) {
      int attempt = attempts.count(request.key());
      if (disruptions.isOut(attempt)) {
        return new Reply.Outage(attempt);
      }
    }
    Settled settled = ledger.settle(request, decide(request, charge, token));
    Thread.sleep(disruptions.latency(token));
    return disruptions.losesFirstAnswer(token) && settled instanceof Settled.First
        ? new Reply.Lost()
        : new Reply.Answered(settled);
  }

  private Decision decide(IdempotentRequest request, ChargeRequest charge, TestToken token) {
    return switch (rules.judge(token, charge.amount())) {
      case Verdict.Approved() -> approved(request, charge);
      case Verdict.Declined() ->
          declined(request, charge, Reason.CARD_DECLINED, "The token asks for it.");
      case Verdict.LimitExceeded(long limit) ->
          declined(
              request,
              charge,
              Reason.CARD_LIMIT_EXCEEDED,
              "amount.minorUnits: %d is more than %d"
                  .formatted(charge.amount().minorUnits(), limit));
      case Verdict.UnknownToken() ->
          declined(
              request,
              charge,
              Reason.UNKNOWN_TOKEN,
              "paymentToken: not one of the sandbox. Try tok_ok.");
    };
  }

  private Decision approved(IdempotentRequest request, ChargeRequest charge) {
    String id = EntryId.of("ch", request);
    return Decision.effective(
        answers.created(new Charge(id, charge.orderId(), charge.amount())),
        Effect.charge(charge.orderId(), id, charge.amount()));
  }

  private Decision declined(
      IdempotentRequest request, ChargeRequest charge, Reason reason, String detail) {
    return Decision.effective(
        answers.refused(reason, detail),
        Effect.decline(charge.orderId(), EntryId.of("dc", request), charge.amount()));
  }
}
