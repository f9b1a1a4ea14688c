package com.example.orderflow.events;

/** The data of an event: one record per {@link EventType}. */
public sealed interface EventData
    permits Order,
        OrderRejected,
        OrderShipped,
        OrderValidated,
        PaymentCompleted,
        PaymentFailed,
        PaymentRefunded,
        ShipmentFailed {

  /** The order that the event is about; also the event's subject and partition key. */
  String orderId();
}
