package com.example.orderflow.localplatform.eventing;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Binary content mode over HTTP: attributes as {@code ce-} headers, data as the body.
 *
 * <p>No other header is read or written. In particular {@code traceparent}, {@code tracestate} and
 * {@code baggage} of a request are not the event's: the real broker hands them to other events.
 */
final class BinaryMode {
  static final String PREFIX = "ce-";
  static final String CONTENT_TYPE = "content-type";

  private BinaryMode() {}

  static MultiMap headers(Event event) {
    var headers = MultiMap.caseInsensitiveMultiMap();
    event
        .attributes()
        .forEach(
            (name, value) -> {
              if (name.equals(Event.CONTENT_TYPE)) {
                headers.add(CONTENT_TYPE, value);
              } else {
                headers.add(PREFIX + name, HeaderValue.encode(value));
              }
            });
    return headers;
  }

  static Reading read(MultiMap headers, byte[] body) {
    var attributes = new LinkedHashMap<String, String>();
    var problems = new ArrayList<String>();
    for (var header : headers) {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      if (name.startsWith(PREFIX)) {
        put(attributes, name.substring(PREFIX.length()), header.getValue(), problems);
      }
    }
    var contentType = headers.get(CONTENT_TYPE);
    if (contentType != null) {
      attributes.put(Event.CONTENT_TYPE, contentType);
    }
    if (!attributes.containsKey(Event.SPEC_VERSION) && problems.isEmpty()) {
      return new Reading.Unreadable(
          "This is no event: send the header ce-specversion, or the content type %s."
              .formatted(StructuredMode.MEDIA_TYPE));
    }
    if (!problems.isEmpty()) {
      return new Reading.Unreadable(problems);
    }
    return AttributeRules.check(new Event(attributes, body));
  }

  private static void put(
      Map<String, String> attributes, String name, String header, List<String> problems) {
    var value = HeaderValue.decode(header);
    if (value.isEmpty()) {
      problems.add("ce-%s is '%s'; its percent-encoding is no UTF-8.".formatted(name, header));
    } else if (attributes.put(name, value.get()) != null) {
      problems.add("ce-%s is given twice; send it once.".formatted(name));
    }
  }
}
