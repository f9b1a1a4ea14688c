package com.example.orderflow.loadtester.scenario;

import com.example.orderflow.loadtester.Ending;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is ordered.
 *
 * @param parts how orders have to end, in parts of the whole
 * @param fewestLines lines make the size, about 100 bytes each
 * @param duplicates share of requests that send an order again
 * @param malformed share of requests that are no JSON
 * @param seed the same one gives the same orders
 */
public record OrderMix(
    Map<Ending, Integer> parts,
    int fewestLines,
    int mostLines,
    double duplicates,
    double malformed,
    long seed) {

  public static final OrderMix DEFAULT = new OrderMix(Map.of(Ending.SHIPPED, 1), 1, 5, 0, 0, 1);

  public OrderMix {
    parts = Collections.unmodifiableMap(new TreeMap<>(parts));
  }
}
