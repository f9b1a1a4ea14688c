package com.example.orderflow.orchestration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The words in which the tests say on the topics what the pipeline says. */
public final class Told implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> kafka =
      new KafkaProducer<>(
          Map.of(
              "bootstrap.servers",
              ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
              "linger.ms",
              5,
              "key.serializer",
              ByteArraySerializer.class,
              "value.serializer",
              ByteArraySerializer.class));

  /** Events of one order, each caused by the one before. */
  public void events(String orderId, EventType... types) {
    String cause = null;
    for (EventType type : types) {
      String id = cause == null ? EventIds.ofOrder(orderId) : EventIds.ofReply("test", cause, type);
      event(
          orderId,
          type,
          id,
          cause,
          "{\"orderId\":\"%s\",\"customerId\":\"17850\"}".formatted(orderId));
      cause = id;
    }
  }

  public void event(String orderId, EventType type, String id, String cause, String data) {
    Map<String, String> attributes = attributes(orderId, type, id);
    if (cause != null) {
      attributes.put("ce_causationid", cause);
    }
    record(Channels.ORDER_EVENTS_TOPIC, attributes, data);
  }

  /** What a dead letter sink puts there. */
  public void deadLetter(String orderId, EventType type, String id, String code, String answer) {
    Map<String, String> attributes = attributes(orderId, type, id);
    attributes.put("ce_knativeerrordest", "http://validate-order");
    attributes.put("ce_knativeerrorcode", code);
    attributes.put(
        "ce_knativeerrordata",
        java.util.Base64.getEncoder().encodeToString(answer.getBytes(UTF_8)));
    record(Channels.DEAD_LETTERS_TOPIC, attributes, "{}");
  }

  public void record(String topic, Map<String, String> headers, String value) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, null, value.getBytes(UTF_8));
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    kafka.send(record);
  }

  public static Map<String, String> attributes(String orderId, EventType type, String id) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("ce_specversion", "1.0");
    attributes.put("ce_id", id);
    attributes.put("ce_source", type.source());
    attributes.put("ce_type", type.type());
    attributes.put("ce_subject", orderId);
    attributes.put("content-type", "application/json");
    return attributes;
  }

  /** Ids of so many orders with a common beginning. */
  public static List<String> ids(String prefix, int count) {
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      ids.add(prefix + "-" + n);
    }
    return ids;
  }

  @Override
  public void close() {
    kafka.close();
  }
}
