package com.example.orderflow.localplatform.eventing;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;

/**
 * Reads requests and answers as events: a content type of CloudEvents is structured mode, else
 * binary.
 */
final class HttpEvents {
  private static final String CLOUD_EVENTS = "application/cloudevents";

  private HttpEvents() {}

  /** Whether the message claims to be an event at all; an answer may well be none. */
  static boolean claimed(MultiMap headers) {
    return mediaType(headers).startsWith(CLOUD_EVENTS)
        || headers.contains(BinaryMode.PREFIX + Event.SPEC_VERSION);
  }

  static Reading read(MultiMap headers, Buffer body) {
    var mediaType = mediaType(headers);
    if (mediaType.equals(StructuredMode.MEDIA_TYPE)) {
      return StructuredMode.read(body.getBytes());
    }
    if (mediaType.startsWith(CLOUD_EVENTS)) {
      return new Reading.Unreadable(
          "The content type '%s' is not taken; send one event at a time, as %s or in binary mode."
              .formatted(mediaType, StructuredMode.MEDIA_TYPE));
    }
    return BinaryMode.read(headers, body.getBytes());
  }

  private static String mediaType(MultiMap headers) {
    var type = headers.get(BinaryMode.CONTENT_TYPE);
    return type == null ? "" : mediaType(type);
  }

  /** The content type without its parameters. */
  static String mediaType(String contentType) {
    int parameters = contentType.indexOf(';');
    return (parameters < 0 ? contentType : contentType.substring(0, parameters))
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
