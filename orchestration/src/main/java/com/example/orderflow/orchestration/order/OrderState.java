package com.example.orderflow.orchestration.order;

import com.example.orderflow.events.EventType;
import java.util.List;
import java.util.Optional;

/**
 * How far an order has come.
 *
 * <pre>
 * Placed ─► Validated ─► Paid ─► Shipped
 *    │          │          └───► Cancelled
 *    │          └─► PaymentFailed
 *    └─► Rejected
 * </pre>
 *
 * <p>A state holds the state that it came from, and only the states that may leave have a method
 * for it: neither an illegal step nor a state without its way there compiles.
 */
public sealed interface OrderState {

  /** As in JSON, addresses and the database. */
  String id();

  /** The state before this one; empty for the first. */
  Optional<OrderState> before();

  /** Every state, in the order in which people list them. */
  static List<OrderState> all() {
    return KnownStates.ALL;
  }

  /** The state with this {@link #id()}; empty when there is none. */
  static Optional<OrderState> of(String id) {
    return Optional.ofNullable(KnownStates.BY_ID.get(id));
  }

  /**
   * The state that an event proves, whatever was seen before it: nobody is paid for an order that
   * was not validated.
   */
  static OrderState provenBy(EventType event) {
    return switch (event) {
      case ORDER_CREATED -> KnownStates.PLACED;
      case ORDER_VALIDATED -> KnownStates.VALIDATED;
      case ORDER_REJECTED -> KnownStates.PLACED.rejected();
      case PAYMENT_COMPLETED, SHIPMENT_FAILED -> KnownStates.PAID;
      case PAYMENT_FAILED -> KnownStates.VALIDATED.paymentFailed();
      case PAYMENT_REFUNDED -> KnownStates.PAID.cancelled();
      case ORDER_SHIPPED -> KnownStates.PAID.shipped();
    };
  }

  /** Whether an order in this state is in that state, or was. */
  default boolean passed(OrderState state) {
    return equals(state) || before().map(earlier -> earlier.passed(state)).orElse(false);
  }

  /** What one more event does to an order in this state. */
  default Step on(EventType event) {
    OrderState proven = provenBy(event);
    if (passed(proven)) {
      return new Step.Stayed(this);
    }
    if (proven.passed(this)) {
      return new Step.Moved(proven);
    }
    return new Step.Contradicted(this instanceof Ended ? this : proven, this);
  }

  /** Something is still to come. */
  sealed interface Open extends OrderState {}

  /** The order has come to its one end. */
  sealed interface Ended extends OrderState {}

  /** Accepted, nothing more. */
  record Placed() implements Open {
    public Validated validated() {
      return new Validated(this);
    }

    public Rejected rejected() {
      return new Rejected(this);
    }

    @Override
    public String id() {
      return "placed";
    }

    @Override
    public Optional<OrderState> before() {
      return Optional.empty();
    }
  }

  /** All rules hold. */
  record Validated(Placed from) implements Open {
    public Paid paid() {
      return new Paid(this);
    }

    public PaymentFailed paymentFailed() {
      return new PaymentFailed(this);
    }

    @Override
    public String id() {
      return "validated";
    }

    @Override
    public Optional<OrderState> before() {
      return Optional.of(from);
    }
  }

  /** Charged. An order that no carrier takes is in this state until its money is back. */
  record Paid(Validated from) implements Open {
    public Shipped shipped() {
      return new Shipped(this);
    }

    public Cancelled cancelled() {
      return new Cancelled(this);
    }

    @Override
    public String id() {
      return "paid";
    }

    @Override
    public Optional<OrderState> before() {
      return Optional.of(from);
    }
  }

  /** Booked with a carrier. */
  record Shipped(Paid from) implements Ended {
    @Override
    public String id() {
      return "shipped";
    }

    @Override
    public Optional<OrderState> before() {
      return Optional.of(from);
    }
  }

  /** Broke a rule. */
  record Rejected(Placed from) implements Ended {
    @Override
    public String id() {
      return "rejected";
    }

    @Override
    public Optional<OrderState> before() {
      return Optional.of(from);
    }
  }

  /** Declined by the payment gateway. */
  record PaymentFailed(Validated from) implements Ended {
    @Override
    public String id() {
      return "paymentFailed";
    }

    @Override
    public Optional<OrderState> before() {
      return Optional.of(from);
    }
  }

  /** Paid, but no carrier would take it: the money went back. */
  record Cancelled(Paid from) implements Ended {
    @Override
    public String id() {
      return "cancelled";
    }

    @Override
    public Optional<OrderState> before() {
      return Optional.of(from);
    }
  }
}
