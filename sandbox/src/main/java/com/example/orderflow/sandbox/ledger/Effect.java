package com.example.orderflow.sandbox.ledger;

import com.example.orderflow.events.Money;

/**
 * Something that happens, to be entered into the ledger.
 *
 * @param id of the charge, the refund or the decline; the tracking number of a booking
 * @param chargeId the charge that a refund gives back, else null
 * @param amount null for a booking
 */
public record Effect(Kind kind, String orderId, String id, String chargeId, Money amount) {

  public static Effect charge(String orderId, String id, Money amount) {
    return new Effect(Kind.CHARGE, orderId, id, null, amount);
  }

  public static Effect decline(String orderId, String id, Money amount) {
    return new Effect(Kind.DECLINE, orderId, id, null, amount);
  }

  public static Effect refund(String orderId, String id, String chargeId, Money amount) {
    return new Effect(Kind.REFUND, orderId, id, chargeId, amount);
  }

  public static Effect booking(String orderId, String trackingNumber) {
    return new Effect(Kind.BOOKING, orderId, trackingNumber, null, null);
  }
}
