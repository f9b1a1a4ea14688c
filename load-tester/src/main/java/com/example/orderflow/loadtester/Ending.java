package com.example.orderflow.loadtester;

import com.example.orderflow.events.Outcome;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where an order can be at rest: one of its outcomes, or the dead letters. */
public enum Ending {
  SHIPPED("shipped"),
  REJECTED("rejected"),
  PAYMENT_FAILED("paymentFailed"),
  CANCELLED("cancelled"),
  DEAD_LETTERED("deadLettered");

  private final String json;

  Ending(String json) {
    this.json = json;
  }

  /** The name in sample files and reports. */
  @JsonValue
  public String json() {
    return json;
  }

  public static Ending of(Outcome outcome) {
    return switch (outcome) {
      case SHIPPED -> SHIPPED;
      case REJECTED -> REJECTED;
      case PAYMENT_FAILED -> PAYMENT_FAILED;
      case CANCELLED -> CANCELLED;
    };
  }
}
