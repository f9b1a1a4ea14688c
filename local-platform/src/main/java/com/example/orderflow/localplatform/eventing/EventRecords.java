package com.example.orderflow.localplatform.eventing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.example.orderflow.events.Extension;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Events as Kafka records, binary mode: attributes in headers {@code ce_…}, data as the value
 * (none: null), the extension {@code partitionkey} as the key (none: null).
 */
final class EventRecords {
  private static final String PREFIX = "ce_";
  static final String CONTENT_TYPE = "content-type";

  /** Ours alone: how often an event's ancestors went through a broker. It is no attribute. */
  private static final String HOPS = "orderflow-hops";

  private EventRecords() {}

  static ProducerRecord<byte[], byte[]> write(String topic, Event event, int hops) {
    var key = event.attribute(Extension.PARTITION_KEY);
    var value = event.data().length == 0 ? null : event.data();
    var record =
        new ProducerRecord<byte[], byte[]>(topic, key == null ? null : key.getBytes(UTF_8), value);
    event
        .attributes()
        .forEach(
            (name, text) ->
                record
                    .headers()
                    .add(
                        name.equals(Event.CONTENT_TYPE) ? CONTENT_TYPE : PREFIX + name,
                        text.getBytes(UTF_8)));
    if (hops > 0) {
      record.headers().add(HOPS, ByteBuffer.allocate(Integer.BYTES).putInt(hops).array());
    }
    return record;
  }

  static Reading read(ConsumerRecord<byte[], byte[]> record) {
    var attributes = new LinkedHashMap<String, String>();
    for (var header : record.headers()) {
      if (header.key().startsWith(PREFIX)) {
        attributes.put(header.key().substring(PREFIX.length()), text(header));
      } else if (header.key().equals(CONTENT_TYPE)) {
        attributes.put(Event.CONTENT_TYPE, text(header));
      }
    }
    if (isStructured(attributes.get(Event.CONTENT_TYPE)) && record.value() != null) {
      return StructuredMode.read(record.value());
    }
    return AttributeRules.check(new Event(attributes, record.value()));
  }

  /** Whether the record claims to be an event; other programs write what is none. */
  static boolean claimed(ConsumerRecord<byte[], byte[]> record) {
    var contentType = record.headers().lastHeader(CONTENT_TYPE);
    return record.headers().lastHeader(PREFIX + Event.SPEC_VERSION) != null
        || (contentType != null && isStructured(text(contentType)));
  }

  static int hops(ConsumerRecord<byte[], byte[]> record) {
    var header = record.headers().lastHeader(HOPS);
    return header == null || header.value().length != Integer.BYTES
        ? 0
        : ByteBuffer.wrap(header.value()).getInt();
  }

  private static boolean isStructured(String contentType) {
    return contentType != null
        && HttpEvents.mediaType(contentType).equals(StructuredMode.MEDIA_TYPE);
  }

  static String text(Header header) {
    return header.value() == null ? "" : new String(header.value(), UTF_8);
  }
}
