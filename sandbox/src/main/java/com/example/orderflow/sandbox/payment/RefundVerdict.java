package com.example.orderflow.sandbox.payment;

import com.example.orderflow.sandbox.ledger.Charged;

/** What the simulated gateway says of a refund. */
sealed interface RefundVerdict {

  record Granted() implements RefundVerdict {}

  record UnknownCharge() implements RefundVerdict {}

  record AlreadyRefunded() implements RefundVerdict {}

  record Differs(Charged charge) implements RefundVerdict {}
}
