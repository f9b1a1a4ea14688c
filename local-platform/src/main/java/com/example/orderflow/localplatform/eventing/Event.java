package com.example.orderflow.localplatform.eventing;

import static java.util.Objects.requireNonNull;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/**
 * A CloudEvent as it travels: attributes as the strings that were sent, data as the bytes that were
 * sent. Nothing is parsed that need not be, so nothing can come out different.
 *
 * @param attributes context attributes and extensions by name, {@code datacontenttype} among them
 * @param data empty when the event has none
 */
public record Event(Map<String, String> attributes, byte[] data) {
  static final String SPEC_VERSION = "specversion";
  static final String ID = "id";
  static final String TYPE = "type";
  static final String SOURCE = "source";
  static final String SUBJECT = "subject";
  static final String TIME = "time";
  static final String CONTENT_TYPE = "datacontenttype";

  /** The prefix {@code ce_} and two lengths. */
  private static final int HEADER_BYTES = 10;

  private static final byte[] NO_DATA = {};

  public Event {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    data = data == null ? NO_DATA : data;
  }

  public String id() {
    return attributes.get(ID);
  }

  public String type() {
    return attributes.get(TYPE);
  }

  public String source() {
    return attributes.get(SOURCE);
  }

  /** Null when the event has none. */
  public String subject() {
    return attributes.get(SUBJECT);
  }

  /** Null when the event has no such attribute. */
  public String attribute(String name) {
    return attributes.get(name);
  }

  Event with(Map<String, String> more) {
    var all = new LinkedHashMap<>(attributes);
    all.putAll(more);
    return new Event(all, data);
  }

  /** What the event takes as a record, rounded up: data, and a header for every attribute. */
  int bytes() {
    int sum = data.length;
    for (var attribute : attributes.entrySet()) {
      sum += HEADER_BYTES + attribute.getKey().length() + Utils.utf8Length(attribute.getValue());
    }
    return sum;
  }

  /** For the library that evaluates CESQL; it looks at attributes only. */
  CloudEvent attributesAsCloudEvent() {
    var version = SpecVersion.parse(requireNonNull(attributes.get(SPEC_VERSION), SPEC_VERSION));
    var builder = CloudEventBuilder.fromSpecVersion(version);
    attributes.forEach(
        (name, value) -> {
          if (!name.equals(SPEC_VERSION)) {
            builder.withContextAttribute(name, value);
          }
        });
    return builder.build();
  }

  @Override
  public String toString() {
    return "event '%s' of type '%s'".formatted(id(), type());
  }
}
