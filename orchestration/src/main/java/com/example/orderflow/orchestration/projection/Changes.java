package com.example.orderflow.orchestration.projection;

import java.util.List;
import java.util.Map;

/**
 * What a batch changes, to be written in one transaction.
 *
 * @param entries in the order of their positions, without a gap
 * @param orders as they are afterwards; only those that changed
 * @param counts by how much each count changes; none by nothing
 */
record Changes(List<Entry> entries, List<TrackedOrder> orders, Map<Counts.Name, Integer> counts) {

  Changes {
    entries = List.copyOf(entries);
    orders = List.copyOf(orders);
    counts = Map.copyOf(counts);
  }

  long marks(Mark mark) {
    return entries.stream().filter(entry -> entry.type().equals(mark.type())).count();
  }
}
