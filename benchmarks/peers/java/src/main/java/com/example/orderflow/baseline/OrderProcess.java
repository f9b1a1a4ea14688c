package com.example.orderflow.baseline;

import com.example.orderflow.events.Money;
import com.example.orderflow.events.Order;
import com.example.orderflow.events.Violation;
import java.sql.SQLException;
import java.util.List;

/**
 * The way of one order, on one thread. Each {@code ▣} is a durable commit.
 *
 * <pre>
 * order ▣ ─► rules ─► charge ▣ ─► book ─► shipped ▣
 *              │         │          └─► refund ─► cancelled ▣
 *              │         └─► paymentFailed ▣
 *              └─► rejected ▣                          no answer, in spite of all: deadLettered ▣
 * </pre>
 *
 * <p>Whatever has no end begins anew when it is sent again. The keys of the requests are made of
 * the order's id, so that gateway and carrier repeat what they answered first.
 */
final class OrderProcess {
  private final PaymentGateway gateway;
  private final Carrier carrier;
  private final OrderTable orders;

  OrderProcess(PaymentGateway gateway, Carrier carrier, OrderTable orders) {
    this.gateway = gateway;
    this.carrier = carrier;
    this.orders = orders;
  }

  /**
   * From the order to its end, or to the end that it had before.
   *
   * @param document the order as it was sent; of one id the first counts
   */
  Ending run(Order order, String document) throws SQLException, InterruptedException {
    return switch (orders.place(order, document)) {
      case OrderTable.Ended(Ending before) -> before;
      case OrderTable.Open(Order stored) -> orders.end(endOf(stored));
    };
  }

  private Ending endOf(Order order) throws SQLException, InterruptedException {
    List<Violation> violations = OrderCheck.violations(order);
    if (!violations.isEmpty()) {
      return Ending.rejected(order, violations);
    }
    try {
      return charge(order, OrderCheck.total(order));
    } catch (Partner.Unusable partner) {
      return Ending.deadLettered(order, partner.getMessage());
    }
  }

  private Ending charge(Order order, Money total)
      throws SQLException, InterruptedException, Partner.Unusable {
    return switch (gateway.charge(order, total)) {
      case PaymentGateway.Declined(String reason) -> Ending.paymentFailed(order, reason);
      case PaymentGateway.Charged(String chargeId) -> {
        orders.charged(order.orderId(), chargeId);
        yield ship(order, chargeId, total);
      }
    };
  }

  private Ending ship(Order order, String chargeId, Money total)
      throws InterruptedException, Partner.Unusable {
    return switch (carrier.book(order)) {
      case Carrier.Booked(String trackingNumber) -> Ending.shipped(order, trackingNumber);
      case Carrier.Refused(String reason) ->
          Ending.cancelled(order, reason, gateway.refund(order, chargeId, total, reason));
    };
  }
}
