package com.example.orderflow.localplatform.eventing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.example.orderflow.events.Extension;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a KafkaSource makes of a record: an event stays what it is, anything else is wrapped in one
 * that says where it stood.
 */
record SourceRecords(String source) implements Function<ConsumerRecord<byte[], byte[]>, Reading> {
  private static final String TYPE = "dev.knative.kafka.event";

  @Override
  public Reading apply(ConsumerRecord<byte[], byte[]> record) {
    return EventRecords.claimed(record) ? EventRecords.read(record) : wrapped(record);
  }

  private Reading wrapped(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(Event.SPEC_VERSION, "1.0");
    attributes.put(
        Event.ID, "partition:%d/offset:%d".formatted(record.partition(), record.offset()));
    attributes.put(Event.TYPE, TYPE);
    attributes.put(Event.SOURCE, source);
    attributes.put(Event.SUBJECT, "partition:%d#%d".formatted(record.partition(), record.offset()));
    attributes.put(Event.TIME, Instant.ofEpochMilli(record.timestamp()).toString());
    if (record.key() != null) {
      attributes.put("key", new String(record.key(), UTF_8));
      attributes.put(Extension.PARTITION_KEY, new String(record.key(), UTF_8));
    }
    for (var header : record.headers()) {
      String name = header.key().toLowerCase(Locale.ROOT);
      attributes.put(
          name.equals(EventRecords.CONTENT_TYPE)
              ? Event.CONTENT_TYPE
              : "kafkaheader" + name.replaceAll("[^a-z0-9]", ""),
          EventRecords.text(header));
    }
    return AttributeRules.check(new Event(attributes, record.value()));
  }
}
