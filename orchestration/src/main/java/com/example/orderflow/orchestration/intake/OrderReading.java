package com.example.orderflow.orchestration.intake;

import com.example.orderflow.events.Violation;
import java.util.List;

/** What came of reading an order. */
public sealed interface OrderReading {

  /** It has the shape of an order. */
  record Read(OrderRequest order) implements OrderReading {}

  /** It is JSON, but not an order. */
  record Misshapen(List<Violation> violations) implements OrderReading {}

  /**
   * It is no JSON.
   *
   * @param where place and reason
   */
  record Broken(String where) implements OrderReading {}
}
