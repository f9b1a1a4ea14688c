package com.example.orderflow.sandbox.ledger;

/** What became of a request. */
public sealed interface Settled {

  /** It was the first with its key: answer and effect are durable now. */
  record First(Answer answer) implements Settled {}

  /** Its key had been answered; nothing happened this time. */
  record Repeat(Answer answer) implements Settled {}

  /** Its key belongs to another request; nothing happened. */
  record KeyReused(String key) implements Settled {}
}
