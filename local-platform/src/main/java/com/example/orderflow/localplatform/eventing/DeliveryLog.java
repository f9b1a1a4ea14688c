package com.example.orderflow.localplatform.eventing;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers deliveries in memory, for {@link Deliveries}. */
final class DeliveryLog {
  private static final int MOST_FINISHED = 10_000;

  private final Set<Parcel> pending = ConcurrentHashMap.newKeySet();
  private final ArrayDeque<Deliveries.Finished> finished = new ArrayDeque<>(MOST_FINISHED + 1);

  void started(Parcel parcel) {
    pending.add(parcel);
  }

  void finished(Parcel parcel, Deliveries.Finished delivery) {
    pending.remove(parcel);
    synchronized (finished) {
      finished.addLast(delivery);
      if (finished.size() > MOST_FINISHED) {
        finished.removeFirst();
      }
    }
  }

  Deliveries snapshot() {
    synchronized (finished) {
      return new Deliveries(pending.stream().map(Parcel::status).toList(), List.copyOf(finished));
    }
  }
}
