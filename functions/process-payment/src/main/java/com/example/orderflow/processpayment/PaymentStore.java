package com.example.orderflow.processpayment;

import java.util.Optional;

/** Remembers what became of each order's payment. What is kept first stays. */
interface PaymentStore {

  Optional<Payment> find(String orderId);

  /** Keeps the outcome of a charge durably, and returns what is kept: the first of the order. */
  Payment keep(Payment outcome);

  /** Keeps a refund durably, and returns what is kept: the first of the order. */
  Payment.Refunded keep(Payment.Refunded refund);
}
