package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An amount of money, never floating point.
 *
 * @param minorUnits pence, cents, …; at least 1
 * @param currency ISO 4217 code
 */
public record Money(
    @JsonProperty(required = true) long minorUnits,
    @JsonProperty(required = true) String currency) {

  public Money {
    minorUnits = Check.positive("minorUnits", minorUnits);
    currency = Check.text("currency", currency);
  }
}
