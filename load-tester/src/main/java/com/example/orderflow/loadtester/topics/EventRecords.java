package com.example.orderflow.loadtester.topics;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.Extension;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records as events, in either mode of the CloudEvents Kafka binding. */
final class EventRecords {
  private EventRecords() {}

  /** The event, or empty when the record holds none that belongs to an order. */
  static Optional<SeenEvent> read(ConsumerRecord<?, byte[]> record) {
    return event(record)
        .filter(event -> event.getSubject() != null)
        .map(event -> seen(event, record));
  }

  private static Optional<CloudEvent> event(ConsumerRecord<?, byte[]> record) {
    try {
      return Optional.of(KafkaMessageFactory.createReader(record).toEvent());
    } catch (RuntimeException notAnEvent) { // the SDK has no narrower type for all it refuses
      return Optional.empty();
    }
  }

  private static SeenEvent seen(CloudEvent event, ConsumerRecord<?, byte[]> record) {
    boolean deadLetter = record.topic().equals(Channels.DEAD_LETTERS_TOPIC);
    return new SeenEvent(
        event.getSubject(),
        event.getType(),
        event.getSource().toString(),
        event.getId(),
        Optional.ofNullable(event.getExtension(Extension.CAUSATION_ID)).map(Object::toString),
        Instant.ofEpochMilli(record.timestamp()),
        event.getData() == null ? new byte[0] : event.getData().toBytes(),
        deadLetter ? Optional.of(DeadLetter.of(event)) : Optional.empty());
  }
}
