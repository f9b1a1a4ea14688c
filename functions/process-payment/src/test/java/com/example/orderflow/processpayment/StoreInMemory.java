package com.example.orderflow.processpayment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A store that forgets nothing, and can die, or be overtaken, just before it keeps something. */
final class StoreInMemory implements PaymentStore {

  private final Map<String, Payment> kept = new HashMap<>();
  boolean crashesOnce;
  Payment meanwhile;

  @Override
  public Optional<Payment> find(String orderId) {
    return Optional.ofNullable(kept.get(orderId));
  }

  @Override
  public Payment keep(Payment outcome) {
    interfere();
    Payment first = kept.putIfAbsent(outcome.orderId(), outcome);
    return first == null ? outcome : first;
  }

  @Override
  public Payment.Refunded keep(Payment.Refunded refund) {
    interfere();
    kept.put(refund.orderId(), refund);
    return refund;
  }

  private void interfere() {
    if (crashesOnce) {
      crashesOnce = false;
      throw new Crash();
    }
    if (meanwhile != null) {
      kept.put(meanwhile.orderId(), meanwhile);
    }
  }

  /** The process dies here. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
