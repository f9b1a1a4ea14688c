package com.example.orderflow.orchestration.projection;

import com.example.orderflow.events.Wiring;
import java.util.HashMap;
import java.util.Map;

/** By how much a batch changes the number of orders in each state. */
final class Counts {
  /** Beside the states: orders that sit on the dead-letter desk. They have a state as well. */
  static final String DEAD_LETTERS = "deadLetters";

  /** Beside the states: orders with contradicting events. They have a state as well. */
  static final String CONFLICTS = "conflicts";

  private final Map<Name, Integer> changes = new HashMap<>();

  /** What is counted: a state's name, or one of the two above. */
  record Name(Wiring wiring, String name) {}

  void move(TrackedOrder from, TrackedOrder to) {
    if (from.counted()) {
      add(from, -1);
    }
    add(to, 1);
  }

  Map<Name, Integer> changes() {
    changes.values().removeIf(change -> change == 0);
    return changes;
  }

  private void add(TrackedOrder order, int change) {
    add(order.wiring(), order.state().id(), change);
    if (order.stuck()) {
      add(order.wiring(), DEAD_LETTERS, change);
    }
    if (order.conflict()) {
      add(order.wiring(), CONFLICTS, change);
    }
  }

  private void add(Wiring wiring, String name, int change) {
    changes.merge(new Name(wiring, name), change, Integer::sum);
  }
}
