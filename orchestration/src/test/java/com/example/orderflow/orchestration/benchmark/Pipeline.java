package com.example.orderflow.orchestration.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import com.example.orderflow.orchestration.Api;
import com.example.orderflow.orchestration.Told;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to topic {@code order-events} what the functions and the Broker would. */
final class Pipeline {
  private static final List<EventType> WAY =
      List.of(
          EventType.ORDER_CREATED,
          EventType.ORDER_VALIDATED,
          EventType.PAYMENT_COMPLETED,
          EventType.ORDER_SHIPPED);

  /** Of an order. */
  static final int EVENTS = WAY.size();

  private final KafkaProducer<String, byte[]> kafka;

  Pipeline(String bootstrapServers) {
    kafka =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 5),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** All orders go the same way; each step of all comes before the next one, as under load. */
  void ship(List<String> orderIds) {
    for (EventType step : WAY) {
      orderIds.forEach(id -> tell(id, step));
    }
    kafka.flush();
  }

  private void tell(String orderId, EventType step) {
    String created = EventIds.ofOrder(orderId);
    boolean first = step == EventType.ORDER_CREATED;
    Map<String, String> attributes =
        Told.attributes(
            orderId, step, first ? created : EventIds.ofReply(step.source(), created, step));
    if (!first) {
      attributes.put("ce_causationid", created);
    }
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Channels.ORDER_EVENTS_TOPIC, orderId, Api.order(orderId).getBytes(UTF_8));
    attributes.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    kafka.send(record);
  }
}
