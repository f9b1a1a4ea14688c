package com.example.orderflow.sandbox.carrier;

import com.example.orderflow.events.Destination;
import com.example.orderflow.events.Item;
import com.example.orderflow.sandbox.http.ApiRequest;
import com.example.orderflow.sandbox.http.Rule;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Books the transport of {@code items} to {@code destination}. */
public record BookingRequest(
    @JsonProperty(required = true) String orderId,
    @JsonProperty(required = true) Destination destination,
    @JsonProperty(required = true) List<Item> items)
    implements ApiRequest {

  public BookingRequest {
    Rule.ORDER_ID.check("orderId", orderId);
    Rule.COUNTRY.check("destination.country", Rule.present("destination", destination).country());
    items = Rule.notEmpty("items", items);
  }
}
