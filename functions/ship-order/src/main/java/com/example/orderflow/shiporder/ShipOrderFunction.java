package com.example.orderflow.shiporder;

import com.example.orderflow.eventpolicy.Replies;
import com.example.orderflow.events.EventData;
import com.example.orderflow.events.EventType;
import com.example.orderflow.events.OrderShipped;
import com.example.orderflow.events.PaymentCompleted;
import com.example.orderflow.events.ShipmentFailed;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import jakarta.inject.Singleton;

/** The edge: from event to shipments, from shipment to event. */
@Singleton
public final class ShipOrderFunction {

  private final Shipments shipments;
  private final Replies replies;

  ShipOrderFunction(Carrier carrier, ShipmentStore store, Replies replies) {
    this.shipments = new Shipments(carrier, store);
    this.replies = replies;
  }

  @Funq
  @CloudEventMapping(trigger = EventType.Name.PAYMENT_COMPLETED)
  public CloudEvent<Object> ship(CloudEvent<PaymentCompleted> event) {
    return replies.to(event, this::shipped);
  }

  private EventData shipped(PaymentCompleted paid) {
    return switch (shipments.ship(paid.orderId(), paid.destination(), paid.items())) {
      case Shipment.Booked booked ->
          new OrderShipped(
              booked.orderId(), booked.carrier(), booked.trackingNumber(), paid.destination());
      case Shipment.Refused refused ->
          new ShipmentFailed(refused.orderId(), refused.reason(), paid.chargeId(), paid.amount());
    };
  }
}
