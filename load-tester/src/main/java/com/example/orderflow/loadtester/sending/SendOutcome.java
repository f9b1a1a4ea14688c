package com.example.orderflow.loadtester.sending;

/** What became of one request, after all its tries. */
public sealed interface SendOutcome {

  /** The order is kept: in the database, or in the log of the Broker. */
  record Accepted() implements SendOutcome {}

  /** This order will never be taken, so it was not tried again. */
  record Refused(int status, String reason) implements SendOutcome {}

  /** Nobody took the order in time; whether it got through all the same is unknown. */
  record GivenUp(String reason) implements SendOutcome {}
}
