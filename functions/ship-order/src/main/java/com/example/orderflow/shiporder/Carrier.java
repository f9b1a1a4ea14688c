package com.example.orderflow.shiporder;

import com.example.orderflow.eventpolicy.DependencyUnavailable;
import com.example.orderflow.events.Destination;
import com.example.orderflow.events.Item;
import java.util.List;

/**
 * Whoever moves the parcels. May be asked again: the same order is booked once, and a repeat gives
 * the first answer again.
 */
interface Carrier {

  /**
   * Books the order's parcel, or learns that it is refused.
   *
   * @throws DependencyUnavailable when it is not known whether the parcel was booked
   */
  Shipment book(String orderId, Destination destination, List<Item> items);
}
