package com.example.orderflow.sandbox.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an entry of the ledger says has happened. */
public enum Kind {
  CHARGE,
  REFUND,
  BOOKING,
  /** A card that was refused: no money moved. */
  DECLINE;

  /** As the database and the API spell it. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
