package com.example.orderflow.orchestration.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Extension;
import com.example.orderflow.orchestration.order.OrderIdRule;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the records of both topics, in either mode of the CloudEvents Kafka binding. */
final class RecordReader {
  private final ObjectMapper json;

  RecordReader(ObjectMapper json) {
    this.json = json;
  }

  Reading read(ConsumerRecord<?, byte[]> record) {
    CloudEvent event;
    try {
      event = KafkaMessageFactory.createReader(record).toEvent();
    } catch (RuntimeException e) { // the SDK has no narrower type for all that it refuses
      return new Reading.Unreadable("no CloudEvent: " + e.getMessage());
    }
    if (!OrderIdRule.isKept(event.getSubject())) {
      return new Reading.Unreadable("subject is no order id");
    }
    return record.topic().equals(Channels.DEAD_LETTERS_TOPIC)
        ? new Reading.Readable(deadLetter(event, record))
        : event(event, record);
  }

  private Reading event(CloudEvent event, ConsumerRecord<?, byte[]> record) {
    Optional<EventType> type = EventType.of(event.getType());
    if (type.isEmpty()) {
      return new Reading.Unreadable("unknown type " + event.getType());
    }
    byte[] data = event.getData() == null ? null : event.getData().toBytes();
    try {
      JsonNode document = data == null ? null : json.readTree(data);
      return new Reading.Readable(
          new Sighting.Event(
              event.getSubject(),
              type.get(),
              event.getSource().toString(),
              event.getId(),
              time(event, record),
              extension(event, Extension.CAUSATION_ID).orElse(null),
              document == null ? null : new String(data, UTF_8),
              customer(document)));
    } catch (JsonProcessingException e) {
      return new Reading.Unreadable("data is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException(e); // bytes in memory
    }
  }

  private static Sighting deadLetter(CloudEvent event, ConsumerRecord<?, byte[]> record) {
    return new Sighting.DeadLetter(
        event.getSubject(),
        Mark.SOURCE,
        "%s/%d/%d/%d"
            .formatted(record.topic(), record.partition(), record.offset(), record.timestamp()),
        event.getId(),
        Instant.ofEpochMilli(record.timestamp()),
        DeadLetterReason.of(event));
  }

  static Optional<String> extension(CloudEvent event, String name) {
    return Optional.ofNullable(event.getExtension(name)).map(Object::toString);
  }

  private static Instant time(CloudEvent event, ConsumerRecord<?, byte[]> record) {
    return event.getTime() == null
        ? Instant.ofEpochMilli(record.timestamp())
        : event.getTime().toInstant();
  }

  private static String customer(JsonNode document) {
    JsonNode customer = document == null ? null : document.get("customerId");
    return customer != null && customer.isTextual() ? customer.textValue() : null;
  }
}
