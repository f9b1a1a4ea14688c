package com.example.orderflow.processpayment;

import com.example.orderflow.eventpolicy.DependencyUnavailable;
import com.example.orderflow.eventpolicy.EventRefused;
import com.example.orderflow.events.Money;

/**
 * Whoever moves the money. Both methods may be repeated: the same order is charged, and refunded,
 * once, and a repeat gives the first answer again.
 */
interface PaymentGateway {

  /**
   * Charges the order's card, or learns that it is declined.
   *
   * @return {@link Payment.Completed} or {@link Payment.Failed}
   * @throws DependencyUnavailable when it is not known whether the card was charged
   * @throws EventRefused when the gateway can never read such a charge
   */
  Payment charge(String orderId, String paymentToken, Money amount);

  /**
   * Gives back all of a charge.
   *
   * @throws DependencyUnavailable when it is not known whether the money went back
   */
  Payment.Refunded refund(Payment.Completed charge, String reason);
}
