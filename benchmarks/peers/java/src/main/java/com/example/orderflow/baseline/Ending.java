package com.example.orderflow.baseline;

import com.example.orderflow.events.Order;
import com.example.orderflow.events.Violation;
import java.util.List;

/**
 * How an order ended, for its customer and its row; what does not apply is null.
 *
 * @param state shipped, rejected, paymentFailed, cancelled or deadLettered
 */
record Ending(
    String orderId,
    String state,
    List<Violation> violations,
    String reason,
    String trackingNumber,
    String refundId) {

  static Ending shipped(Order order, String trackingNumber) {
    return new Ending(order.orderId(), "shipped", null, null, trackingNumber, null);
  }

  static Ending rejected(Order order, List<Violation> violations) {
    return new Ending(order.orderId(), "rejected", violations, null, null, null);
  }

  static Ending paymentFailed(Order order, String reason) {
    return new Ending(order.orderId(), "paymentFailed", null, reason, null, null);
  }

  static Ending cancelled(Order order, String reason, String refundId) {
    return new Ending(order.orderId(), "cancelled", null, reason, null, refundId);
  }

  static Ending deadLettered(Order order, String reason) {
    return new Ending(order.orderId(), "deadLettered", null, reason, null, null);
  }
}
