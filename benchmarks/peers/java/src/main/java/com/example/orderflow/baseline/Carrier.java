package com.example.orderflow.baseline;

import com.example.orderflow.events.Destination;
import com.example.orderflow.events.Item;
import com.example.orderflow.events.Order;
import java.util.List;

/** Whoever moves the parcels: one booking for each order. */
final class Carrier {
  private static final int REFUSED = 422;
  private static final String COUNTRY_NOT_SERVED = "country_not_served";

  private final Partner partner;

  Carrier(Partner partner) {
    this.partner = partner;
  }

  /** What became of a parcel. */
  sealed interface Shipment {}

  /** It is under way. */
  record Booked(String trackingNumber) implements Shipment {}

  /** It never will be. */
  record Refused(String reason) implements Shipment {}

  private record BookingRequest(String orderId, Destination destination, List<Item> items) {}

  Shipment book(Order order) throws InterruptedException, Partner.Unusable {
    List<Item> items =
        order.lines().stream().map(line -> new Item(line.sku(), line.quantity())).toList();
    Partner.Answer answer =
        partner.post(
            "/bookings",
            "booking-" + order.orderId(),
            new BookingRequest(order.orderId(), order.destination(), items));
    if (answer.isSuccess()) {
      return new Booked(answer.text("trackingNumber"));
    }
    // The same status also says that a key is spent.
    if (answer.status() == REFUSED && answer.text("reason").equals(COUNTRY_NOT_SERVED)) {
      return new Refused(COUNTRY_NOT_SERVED);
    }
    throw partner.unusable(answer);
  }
}
