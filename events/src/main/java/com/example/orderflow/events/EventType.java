package com.example.orderflow.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The closed set of events: each type with its one emitter, its payload and what it means for the
 * order's end.
 *
 * <pre>
 * order.created ─► order.validated ─► payment.completed ─► order.shipped      (shipped)
 *       │                 │                   └──────────► shipment.failed ─► payment.refunded
 *       │                 └─► payment.failed  (payment failed)                (cancelled)
 *       └─► order.rejected                    (rejected)
 * </pre>
 */
public enum EventType {
  ORDER_CREATED(Name.ORDER_CREATED, Source.ORDER_SERVICE, Order.class, null),
  ORDER_VALIDATED(Name.ORDER_VALIDATED, Source.VALIDATE_ORDER, OrderValidated.class, null),
  ORDER_REJECTED(Name.ORDER_REJECTED, Source.VALIDATE_ORDER, OrderRejected.class, Outcome.REJECTED),
  PAYMENT_COMPLETED(Name.PAYMENT_COMPLETED, Source.PROCESS_PAYMENT, PaymentCompleted.class, null),
  PAYMENT_FAILED(
      Name.PAYMENT_FAILED, Source.PROCESS_PAYMENT, PaymentFailed.class, Outcome.PAYMENT_FAILED),
  PAYMENT_REFUNDED(
      Name.PAYMENT_REFUNDED, Source.PROCESS_PAYMENT, PaymentRefunded.class, Outcome.CANCELLED),
  ORDER_SHIPPED(Name.ORDER_SHIPPED, Source.SHIP_ORDER, OrderShipped.class, Outcome.SHIPPED),
  SHIPMENT_FAILED(Name.SHIPMENT_FAILED, Source.SHIP_ORDER, ShipmentFailed.class, null);

  private static final Map<String, EventType> BY_TYPE = by(EventType::type);
  private static final Map<Class<?>, EventType> BY_PAYLOAD = by(EventType::payload);

  private final String type;
  private final String source;
  private final Class<? extends EventData> payload;
  private final Outcome outcome;
  private final String dataSchema;

  EventType(String type, String source, Class<? extends EventData> payload, Outcome outcome) {
    this.type = type;
    this.source = source;
    this.payload = payload;
    this.outcome = outcome;
    this.dataSchema = "https://schemas.example.com/orderflow/" + type + "/v1.json";
  }

  private static <K> Map<K, EventType> by(Function<EventType, K> key) {
    return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(key, Function.identity()));
  }

  /** The CloudEvents attribute {@code type}. */
  public String type() {
    return type;
  }

  /** The CloudEvents attribute {@code source}: the one emitter of this type. */
  public String source() {
    return source;
  }

  /** The record that the event's data binds to. */
  public Class<? extends EventData> payload() {
    return payload;
  }

  /** The CloudEvents attribute {@code dataschema}: names the version of the payload's schema. */
  public String dataSchema() {
    return dataSchema;
  }

  /** The class path resource that holds the JSON Schema named by {@link #dataSchema()}. */
  public String schemaResource() {
    return "schemas/" + type + ".v1.json";
  }

  /** The end that this event brings to its order; empty when the order goes on. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** The event type with this CloudEvents {@code type}; empty when it is none of Orderflow's. */
  public static Optional<EventType> of(String type) {
    return Optional.ofNullable(type).map(BY_TYPE::get);
  }

  /** The event type that carries this payload: there is one record per type. */
  public static EventType of(EventData payload) {
    return Optional.ofNullable(BY_PAYLOAD.get(payload.getClass())).orElseThrow();
  }

  /** The types as compile-time constants, for annotations. */
  public static final class Name {
    public static final String ORDER_CREATED = "com.example.order.created";
    public static final String ORDER_VALIDATED = "com.example.order.validated";
    public static final String ORDER_REJECTED = "com.example.order.rejected";
    public static final String PAYMENT_COMPLETED = "com.example.payment.completed";
    public static final String PAYMENT_FAILED = "com.example.payment.failed";
    public static final String PAYMENT_REFUNDED = "com.example.payment.refunded";
    public static final String ORDER_SHIPPED = "com.example.order.shipped";
    public static final String SHIPMENT_FAILED = "com.example.shipment.failed";

    private Name() {}
  }

  /** The emitters; a function's source is also the name of its Knative Service. */
  public static final class Source {
    public static final String ORDER_SERVICE = "order-service";
    public static final String VALIDATE_ORDER = "validate-order";
    public static final String PROCESS_PAYMENT = "process-payment";
    public static final String SHIP_ORDER = "ship-order";

    private Source() {}
  }
}
