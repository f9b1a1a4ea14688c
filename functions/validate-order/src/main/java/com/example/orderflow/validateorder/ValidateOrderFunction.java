package com.example.orderflow.validateorder;

import com.example.orderflow.eventpolicy.Replies;
import com.example.orderflow.events.EventData;
import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Item;
import com.example.orderflow.events.Order;
import com.example.orderflow.events.OrderRejected;
import com.example.orderflow.events.OrderValidated;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import jakarta.inject.Singleton;

/** The edge: from event to rules, from verdict to event. */
@Singleton
public final class ValidateOrderFunction {

  private final OrderRules rules;
  private final Replies replies;

  ValidateOrderFunction(OrderLimits limits, Replies replies) {
    this.rules = new OrderRules(limits);
    this.replies = replies;
  }

  @Funq
  @CloudEventMapping(trigger = EventType.Name.ORDER_CREATED)
  public CloudEvent<Object> validate(CloudEvent<Order> event) {
    return replies.to(event, this::answer);
  }

  private EventData answer(Order order) {
    return switch (rules.check(order)) {
      case Verdict.Valid valid ->
          new OrderValidated(
              order.orderId(),
              order.customerId(),
              valid.total(),
              order.paymentToken(),
              order.destination(),
              order.lines().stream().map(line -> new Item(line.sku(), line.quantity())).toList());
      case Verdict.Invalid invalid -> new OrderRejected(order.orderId(), invalid.violations());
    };
  }
}
