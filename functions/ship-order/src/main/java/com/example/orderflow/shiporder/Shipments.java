package com.example.orderflow.shiporder;

import com.example.orderflow.events.Destination;
import com.example.orderflow.events.Item;
import java.util.List;

/**
 * One parcel per order, however often it is asked for, and wherever the process dies.
 *
 * <pre>
 * event ─► stored outcome? ──yes──────────────────────────────────► the same answer
 *              │ no
 *              ▼
 *          carrier, with a key made of the order id ─► store ─► answer
 *                       ▲                          ▲
 *          dies here: the event comes again,    two at once: both got the answer
 *          the key finds the first booking      of one booking, the first is kept
 * </pre>
 */
final class Shipments {

  private final Carrier carrier;
  private final ShipmentStore store;

  Shipments(Carrier carrier, ShipmentStore store) {
    this.carrier = carrier;
    this.store = store;
  }

  /** Books the order's parcel, unless it was booked or refused before. */
  Shipment ship(String orderId, Destination destination, List<Item> items) {
    return store
        .find(orderId)
        .orElseGet(() -> store.keep(carrier.book(orderId, destination, items)));
  }
}
