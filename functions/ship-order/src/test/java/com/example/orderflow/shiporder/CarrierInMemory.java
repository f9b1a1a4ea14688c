package com.example.orderflow.shiporder;

import com.example.orderflow.events.Destination;
import com.example.orderflow.events.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A carrier that keeps what it is told to keep: one parcel per order. */
final class CarrierInMemory implements Carrier {

  final Map<String, Shipment> parcels = new HashMap<>();
  boolean refuses;
  int calls;

  @Override
  public Shipment book(String orderId, Destination destination, List<Item> items) {
    calls++;
    return refuses
        ? new Shipment.Refused(orderId, "country_not_served")
        : parcels.computeIfAbsent(
            orderId, id -> new Shipment.Booked(id, "Post", "P" + (parcels.size() + 1)));
  }
}
