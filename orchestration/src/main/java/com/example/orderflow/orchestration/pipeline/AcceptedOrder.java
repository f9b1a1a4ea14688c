package com.example.orderflow.orchestration.pipeline;

import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Extension;
import com.example.orderflow.events.Wiring;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * An order as its row keeps it. Everything in its event comes from there, so that sending it again
 * is a repeat, not another order.
 *
 * @param traceparent null when nobody traces it
 * @param document the data of {@code order.created}, as JSON
 */
public record AcceptedOrder(
    String orderId, Wiring wiring, Instant acceptedAt, String traceparent, byte[] document) {

  /** The event that says so. */
  public CloudEvent created() {
    CloudEventBuilder event =
        CloudEventBuilder.v1()
            .withId(EventIds.ofOrder(orderId))
            .withSource(URI.create(EventType.ORDER_CREATED.source()))
            .withType(EventType.ORDER_CREATED.type())
            .withSubject(orderId)
            .withTime(acceptedAt.atOffset(ZoneOffset.UTC))
            .withData(
                "application/json", URI.create(EventType.ORDER_CREATED.dataSchema()), document)
            .withExtension(Extension.PARTITION_KEY, orderId);
    if (traceparent != null) {
      event.withExtension(Extension.TRACE_PARENT, traceparent);
    }
    return event.build();
  }
}
