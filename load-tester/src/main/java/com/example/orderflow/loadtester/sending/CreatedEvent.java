package com.example.orderflow.loadtester.sending;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Extension;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;

/** The {@code order.created} of an order, in binary mode of the CloudEvents HTTP binding. */
record CreatedEvent(OutgoingOrder order, Instant time, String traceParent) {

  HttpRequest request(URI ingress, Duration timeout) {
    EventType type = EventType.ORDER_CREATED;
    return HttpRequest.newBuilder(ingress)
        .timeout(timeout)
        .header("content-type", "application/json")
        .header("ce-specversion", "1.0")
        .header("ce-type", type.type())
        .header("ce-source", type.source())
        .header("ce-id", order.eventId())
        .header("ce-subject", order.orderId())
        .header("ce-time", time.toString())
        .header("ce-dataschema", type.dataSchema())
        .header("ce-" + Extension.PARTITION_KEY, order.orderId())
        .header("ce-" + Extension.TRACE_PARENT, traceParent)
        .POST(BodyPublishers.ofString(order.data()))
        .build();
  }
}
