package com.example.orderflow.eventpolicy;

import com.example.orderflow.events.EventData;
import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Order;
import com.example.orderflow.events.OrderRejected;
import com.example.orderflow.events.PaymentRefunded;
import com.example.orderflow.events.Violation;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import jakarta.inject.Singleton;
import java.util.List;

/** A function that does what the order's customer says: the policy's test needs every ending. */
@Singleton
public final class ProbeFunction {

  static final String BUG = "bug";
  static final String OUTAGE = "outage";
  static final String REFUSAL = "refusal";

  private final Replies replies;

  ProbeFunction(Replies replies) {
    this.replies = replies;
  }

  @Funq
  @CloudEventMapping(trigger = EventType.Name.ORDER_CREATED)
  public CloudEvent<Object> probe(CloudEvent<Order> event) {
    return replies.to(event, ProbeFunction::answer);
  }

  /** Answers nothing, and wants data that is about the event's subject all the same. */
  @Funq
  @CloudEventMapping(trigger = EventType.Name.PAYMENT_REFUNDED)
  public void silent(CloudEvent<PaymentRefunded> event) {
    replies.none(event, refunded -> {});
  }

  private static EventData answer(Order order) {
    return switch (order.customerId()) {
      case BUG -> throw new IllegalStateException("a secret of the function");
      case OUTAGE -> throw new DependencyUnavailable("gateway", "answered 502");
      case REFUSAL -> throw new EventRefused("orderId: " + order.orderId() + " was never charged");
      default ->
          new OrderRejected(
              order.orderId(), List.of(new Violation("customerId", order.customerId(), "any")));
    };
  }
}
