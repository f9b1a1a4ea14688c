package com.example.orderflow.loadtester.sending;

/** What became of one request, after all its tries. */
public sealed interface SendOutcome {

  /** The broker has the order in its log. */
  record Accepted() implements SendOutcome {}

  /** The broker will never take this order, so it was not tried again. */
  record Refused(int status, String reason) implements SendOutcome {}

  /** Nobody took the order in time; whether it got through all the same is unknown. */
  record GivenUp(String reason) implements SendOutcome {}
}
