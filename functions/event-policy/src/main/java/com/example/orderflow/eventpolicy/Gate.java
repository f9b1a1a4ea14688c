package com.example.orderflow.eventpolicy;

import com.example.orderflow.events.Channels;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * Lets through to Funqy only what is an event, and in a form that Funqy reads as CloudEvents says.
 *
 * <pre>
 * path ─► method ─► content type ─┬─ structured: attributes in the body, ce- headers are no matter
 *                                 └─ JSON or none: attributes in ce- headers, data in the body
 *                                       └─► required attributes ─► Funqy
 * </pre>
 */
final class Gate {

  static final String EVENTS_PATH = "/";

  private Gate() {}

  /** Returns what the event says about itself, or throws {@link EventRefused}. */
  static Envelope pass(RoutingContext routing) {
    if (!routing.request().path().equals(EVENTS_PATH)) {
      // Funqy would also take events, unchecked, on a path named like the function.
      throw new EventRefused(
          ProblemType.UNKNOWN_PATH,
          "path: %s, but events are taken on %s and %s"
              .formatted(routing.request().path(), EVENTS_PATH, Channels.RAILWAY_PATH));
    }
    if (!routing.request().method().equals(HttpMethod.POST)) {
      throw new EventRefused(
          ProblemType.NOT_POSTED, "method: %s is not POST".formatted(routing.request().method()));
    }
    MultiMap headers = routing.request().headers();
    String contentType = headers.get(HttpHeaders.CONTENT_TYPE);
    MediaType mediaType = MediaType.of(contentType);
    Envelope envelope =
        switch (mediaType) {
          case STRUCTURED_EVENT -> structured(headers, routing.body().buffer());
          case JSON -> binary(headers, routing.body().buffer());
          case OTHER -> throw wrongContentType("content-type", contentType);
        };
    headers.set(HttpHeaders.CONTENT_TYPE, mediaType.canonical());
    return envelope;
  }

  private static Envelope structured(MultiMap headers, Buffer body) {
    Map<String, String> attributes =
        StructuredEvent.attributes(body == null ? new byte[0] : body.getBytes());
    String contentType = attributes.get("datacontenttype");
    if (MediaType.of(contentType) != MediaType.JSON) {
      throw wrongContentType("datacontenttype", contentType);
    }
    // Funqy takes an event with this header for one in binary mode.
    headers.remove("ce-id");
    return Envelope.of(attributes::get);
  }

  private static Envelope binary(MultiMap headers, Buffer body) {
    Envelope envelope = Envelope.of(name -> headers.get("ce-" + name));
    if (body == null || body.length() == 0) {
      throw EventRefused.malformed("data: the body is empty, it should be a JSON object");
    }
    return envelope;
  }

  private static EventRefused wrongContentType(String field, String value) {
    return new EventRefused(
        ProblemType.WRONG_CONTENT_TYPE,
        "%s: \"%s\" is neither %s nor %s"
            .formatted(
                field, value, MediaType.JSON.canonical(), MediaType.STRUCTURED_EVENT.canonical()));
  }
}
