package com.example.orderflow.orchestration.order;

import static com.example.orderflow.events.EventType.ORDER_CREATED;
import static com.example.orderflow.events.EventType.ORDER_REJECTED;
import static com.example.orderflow.events.EventType.ORDER_SHIPPED;
import static com.example.orderflow.events.EventType.ORDER_VALIDATED;
import static com.example.orderflow.events.EventType.PAYMENT_COMPLETED;
import static com.example.orderflow.events.EventType.PAYMENT_FAILED;
import static com.example.orderflow.events.EventType.PAYMENT_REFUNDED;
import static com.example.orderflow.events.EventType.SHIPMENT_FAILED;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Outcome;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What the functions say about an order, for each of its four ends. */
public enum Journeys {
  SHIPPED("shipped", ORDER_CREATED, ORDER_VALIDATED, PAYMENT_COMPLETED, ORDER_SHIPPED),
  REJECTED("rejected", ORDER_CREATED, ORDER_REJECTED),
  PAYMENT_FAILED_("paymentFailed", ORDER_CREATED, ORDER_VALIDATED, PAYMENT_FAILED),
  CANCELLED(
      "cancelled",
      ORDER_CREATED,
      ORDER_VALIDATED,
      PAYMENT_COMPLETED,
      SHIPMENT_FAILED,
      PAYMENT_REFUNDED);

  private final String end;
  private final List<EventType> events;

  Journeys(String end, EventType... events) {
    this.end = end;
    this.events = List.of(events);
  }

  public OrderState end() {
    return OrderState.of(end).orElseThrow();
  }

  public List<EventType> events() {
    return events;
  }

  /** The event that ends it. */
  public EventType last() {
    return events.getLast();
  }

  public Outcome outcome() {
    return last().outcome().orElseThrow();
  }

  /** All of its events, some of them again, in any order. */
  public Arbitrary<List<EventType>> arrivals() {
    return Arbitraries.of(events)
        .list()
        .ofMaxSize(6)
        .flatMap(
            repeats -> {
              List<EventType> all = new ArrayList<>(events);
              all.addAll(repeats);
              return Arbitraries.shuffle(all);
            });
  }

  /** Its last event and any of the others, some of them again, in any order. */
  public Arbitrary<List<EventType>> arrivalsWithGaps() {
    return Arbitraries.of(events)
        .list()
        .ofMaxSize(8)
        .flatMap(
            some -> {
              List<EventType> all = new ArrayList<>(some);
              all.add(last());
              return Arbitraries.shuffle(all);
            });
  }
}
