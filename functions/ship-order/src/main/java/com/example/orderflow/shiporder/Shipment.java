package com.example.orderflow.shiporder;

/** What became of the parcel of an order. */
sealed interface Shipment {

  String orderId();

  /** A carrier has taken the booking. */
  record Booked(String orderId, String carrier, String trackingNumber) implements Shipment {}

  /** No carrier will ever take it. */
  record Refused(String orderId, String reason) implements Shipment {}
}
