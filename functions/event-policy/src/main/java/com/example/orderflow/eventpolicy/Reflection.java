package com.example.orderflow.eventpolicy;

import com.example.orderflow.events.Destination;
import com.example.orderflow.events.Item;
import com.example.orderflow.events.Money;
import com.example.orderflow.events.Order;
import com.example.orderflow.events.OrderLine;
import com.example.orderflow.events.OrderRejected;
import com.example.orderflow.events.OrderShipped;
import com.example.orderflow.events.OrderValidated;
import com.example.orderflow.events.PaymentCompleted;
import com.example.orderflow.events.PaymentFailed;
import com.example.orderflow.events.PaymentRefunded;
import com.example.orderflow.events.ShipmentFailed;
import com.example.orderflow.events.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The records that Jackson reads and writes, which a native image has to be told. */
@RegisterForReflection(
    targets = {
      Destination.class,
      Item.class,
      Money.class,
      Order.class,
      OrderLine.class,
      OrderRejected.class,
      OrderShipped.class,
      OrderValidated.class,
      PaymentCompleted.class,
      PaymentFailed.class,
      PaymentRefunded.class,
      ShipmentFailed.class,
      Violation.class
    })
final class Reflection {

  private Reflection() {}
}
