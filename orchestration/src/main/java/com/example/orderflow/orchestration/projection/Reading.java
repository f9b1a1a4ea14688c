package com.example.orderflow.orchestration.projection;

/** What a record turned out to be. */
sealed interface Reading {

  /** It tells something about an order. */
  record Readable(Sighting sighting) implements Reading {}

  /** It does not, however often it is read. */
  record Unreadable(String reason) implements Reading {}
}
