package com.example.orderflow.localplatform.serving;

import com.example.orderflow.localplatform.eventing.Delivery;
import com.example.orderflow.localplatform.eventing.Event;
import java.util.Map;

/** Events on their way to a function. */
final class TestEvents {
  static final String TYPE = "com.example.order.created";

  private TestEvents() {}

  static Delivery delivery(String path) {
    Map<String, String> attributes =
        Map.of("specversion", "1.0", "id", "1", "source", "order-service", "type", TYPE);
    return new Delivery(new Event(attributes, new byte[0]), path, 0);
  }
}
