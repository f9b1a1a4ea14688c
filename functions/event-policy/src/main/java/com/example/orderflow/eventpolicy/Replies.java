package com.example.orderflow.eventpolicy;

import com.example.orderflow.events.EventData;
import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Extension;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventBuilder;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers an event with an event, or with none: the one thing that a function calls.
 *
 * <pre>
 * event ─► data, checked ─► function ─► payload ─► reply
 *   └── id, source ─► id, causationid            ▲
 *   └── traceparent ─────────────────────────────┘   subject, partitionkey: the order id
 * </pre>
 */
@Singleton
public final class Replies {

  private final Clock clock;

  Replies(Clock clock) {
    this.clock = clock;
  }

  /**
   * Gives the event's data to the function and makes an event of what it returns.
   *
   * <p>The reply is a {@code CloudEvent<Object>} because Funqy fixes the JSON writer by the
   * declared type, and only for Object does it look at the payload itself.
   *
   * @throws EventRefused when the event's data does not bind, or is not about the event's subject
   */
  public <T extends EventData> CloudEvent<Object> to(
      CloudEvent<T> event, Function<T, EventData> function) {
    return reply(event, function.apply(data(event)));
  }

  /**
   * Gives the event's data to a function whose answer is that there is none: 204, and no event.
   *
   * @throws EventRefused as {@link #to}
   */
  public <T extends EventData> void none(CloudEvent<T> event, Consumer<T> function) {
    function.accept(data(event));
  }

  private static <T extends EventData> T data(CloudEvent<T> event) {
    T data = read(event);
    if (data == null) {
      throw EventRefused.malformed("data: null, it should be a JSON object");
    }
    if (event.subject() != null && !event.subject().equals(data.orderId())) {
      throw EventRefused.malformed(
          "subject: \"%s\" is not the data's orderId \"%s\"", event.subject(), data.orderId());
    }
    return data;
  }

  private static <T> T read(CloudEvent<T> event) {
    try {
      return event.data();
    } catch (UncheckedIOException unreadable) {
      if (unreadable.getCause() instanceof JsonProcessingException broken) {
        throw EventRefused.malformed("%s", JsonRefusal.of(broken));
      }
      throw unreadable;
    }
  }

  private CloudEvent<Object> reply(CloudEvent<?> cause, EventData payload) {
    EventType type = EventType.of(payload);
    return CloudEventBuilder.create()
        .specVersion("1.0")
        .id(EventIds.ofReply(cause.source(), cause.id(), type))
        .source(type.source())
        .type(type.type())
        .subject(payload.orderId())
        .time(OffsetDateTime.now(clock))
        .dataSchema(type.dataSchema())
        .extensions(extensions(cause, payload))
        .build((Object) payload);
  }

  private static Map<String, String> extensions(CloudEvent<?> cause, EventData payload) {
    Map<String, String> extensions = new TreeMap<>();
    extensions.put(Extension.PARTITION_KEY, payload.orderId());
    extensions.put(Extension.CAUSATION_ID, cause.id());
    String trace = cause.extensions().get(Extension.TRACE_PARENT);
    if (trace != null) {
      extensions.put(Extension.TRACE_PARENT, trace);
    }
    return extensions;
  }
}
