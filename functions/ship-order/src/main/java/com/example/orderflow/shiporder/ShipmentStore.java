package com.example.orderflow.shiporder;

import java.util.Optional;

/** Remembers what became of each order's parcel. What is kept first stays. */
interface ShipmentStore {

  Optional<Shipment> find(String orderId);

  /** Keeps an outcome durably, and returns what is kept: the first of the order. */
  Shipment keep(Shipment outcome);
}
