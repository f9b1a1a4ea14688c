package com.example.orderflow.sandbox.payment;

import com.example.orderflow.sandbox.ledger.Settled;

/** How a charge ends as its caller sees it. */
sealed interface Reply {

  record Answered(Settled settled) implements Reply {}

  record Outage(int attempt) implements Reply {}

  /** The charge is written, and nobody is told. */
  record Lost() implements Reply {}
}
