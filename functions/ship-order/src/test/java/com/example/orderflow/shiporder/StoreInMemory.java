package com.example.orderflow.shiporder;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A store that forgets nothing, and can die, or be overtaken, just before it keeps something. */
final class StoreInMemory implements ShipmentStore {

  private final Map<String, Shipment> kept = new HashMap<>();
  boolean crashesOnce;
  Shipment meanwhile;

  @Override
  public Optional<Shipment> find(String orderId) {
    return Optional.ofNullable(kept.get(orderId));
  }

  @Override
  public Shipment keep(Shipment outcome) {
    if (crashesOnce) {
      crashesOnce = false;
      throw new Crash();
    }
    if (meanwhile != null) {
      kept.put(meanwhile.orderId(), meanwhile);
    }
    Shipment first = kept.putIfAbsent(outcome.orderId(), outcome);
    return first == null ? outcome : first;
  }

  /** The process dies here. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
