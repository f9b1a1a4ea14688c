package com.example.orderflow.processpayment;

import com.example.orderflow.eventpolicy.Replies;
import com.example.orderflow.events.EventData;
import com.example.orderflow.events.EventType;
import com.example.orderflow.events.OrderValidated;
import com.example.orderflow.events.PaymentCompleted;
import com.example.orderflow.events.PaymentFailed;
import com.example.orderflow.events.PaymentRefunded;
import com.example.orderflow.events.ShipmentFailed;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import jakarta.inject.Singleton;

/** The edge: from event to payments, from payment to event. */
@Singleton
public final class ProcessPaymentFunction {

  private final Payments payments;
  private final Replies replies;

  ProcessPaymentFunction(PaymentGateway gateway, PaymentStore store, Replies replies) {
    this.payments = new Payments(gateway, store);
    this.replies = replies;
  }

  @Funq
  @CloudEventMapping(trigger = EventType.Name.ORDER_VALIDATED)
  public CloudEvent<Object> charge(CloudEvent<OrderValidated> event) {
    return replies.to(event, this::charged);
  }

  @Funq
  @CloudEventMapping(trigger = EventType.Name.SHIPMENT_FAILED)
  public CloudEvent<Object> refund(CloudEvent<ShipmentFailed> event) {
    return replies.to(event, this::refunded);
  }

  private EventData charged(OrderValidated order) {
    return switch (payments.charge(order.orderId(), order.paymentToken(), order.total())) {
      case Payment.Completed charge -> completed(order, charge);
      // A late repeat: what was said before the refund is said again.
      case Payment.Refunded refunded -> completed(order, refunded.charge());
      case Payment.Failed failed ->
          new PaymentFailed(failed.orderId(), failed.amount(), failed.reason());
    };
  }

  private static PaymentCompleted completed(OrderValidated order, Payment.Completed charge) {
    return new PaymentCompleted(
        charge.orderId(), charge.chargeId(), charge.amount(), order.destination(), order.items());
  }

  private EventData refunded(ShipmentFailed failed) {
    Payment.Refunded refunded =
        payments.refund(failed.orderId(), failed.chargeId(), failed.amount(), failed.reason());
    return new PaymentRefunded(
        refunded.orderId(),
        refunded.refundId(),
        refunded.charge().chargeId(),
        refunded.charge().amount(),
        refunded.reason());
  }
}
