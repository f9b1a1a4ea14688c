package com.example.orderflow.loadtester.sending;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Extension;
import java.util.Map;

/** An order as an event in binary mode of the CloudEvents HTTP binding. */
final class EventHeaders {
  private EventHeaders() {}

  static Map<String, String> of(EventType type, Copy copy) {
    String orderId = copy.order().orderId();
    return Map.of(
        "content-type",
        "application/json",
        "ce-specversion",
        "1.0",
        "ce-type",
        type.type(),
        "ce-source",
        type.source(),
        "ce-id",
        copy.order().eventId(),
        "ce-subject",
        orderId,
        "ce-time",
        copy.time().toString(),
        "ce-dataschema",
        type.dataSchema(),
        "ce-" + Extension.PARTITION_KEY,
        orderId,
        "ce-" + Extension.TRACE_PARENT,
        copy.traceParent());
  }
}
