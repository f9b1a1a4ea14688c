package com.example.orderflow.sandbox.payment;

/** What the simulated bank says of a charge. */
public sealed interface Verdict {

  record Approved() implements Verdict {}

  record Declined() implements Verdict {}

  record LimitExceeded(long limit) implements Verdict {}

  record UnknownToken() implements Verdict {}
}
