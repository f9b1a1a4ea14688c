package com.example.orderflow.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The data of {@code order.shipped}: a carrier has booked the parcel. */
public record OrderShipped(
    @JsonProperty(required = true) String orderId,
    @JsonProperty(required = true) String carrier,
    @JsonProperty(required = true) String trackingNumber,
    @JsonProperty(required = true) Destination destination)
    implements EventData {

  public OrderShipped {
    orderId = Check.orderId(orderId);
    carrier = Check.text("carrier", carrier);
    trackingNumber = Check.text("trackingNumber", trackingNumber);
    destination = Check.known(destination);
  }
}
