package com.example.orderflow.orchestration.pipeline;

import com.example.orderflow.events.EventType;
import java.util.Optional;

/** The functions, and which of them handles which event: what the Triggers say with filters. */
public enum Function {
  VALIDATE_ORDER,
  PROCESS_PAYMENT,
  SHIP_ORDER;

  /** Who handles an event of this type; empty when it is an order's end. */
  public static Optional<Function> handling(EventType type) {
    return switch (type) {
      case ORDER_CREATED -> Optional.of(VALIDATE_ORDER);
      case ORDER_VALIDATED, SHIPMENT_FAILED -> Optional.of(PROCESS_PAYMENT);
      case PAYMENT_COMPLETED -> Optional.of(SHIP_ORDER);
      case ORDER_REJECTED, PAYMENT_FAILED, PAYMENT_REFUNDED, ORDER_SHIPPED -> Optional.empty();
    };
  }
}
