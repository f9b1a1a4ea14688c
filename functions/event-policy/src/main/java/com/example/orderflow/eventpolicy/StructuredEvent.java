package com.example.orderflow.eventpolicy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The attributes of an event in structured mode, read without building its data: this runs on the
 * event loop, before Funqy reads the same body on a worker.
 */
final class StructuredEvent {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private StructuredEvent() {}

  static Map<String, String> attributes(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      return read(parser);
    } catch (JsonProcessingException broken) {
      throw EventRefused.malformed("%s", JsonRefusal.of(broken));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Map<String, String> read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw EventRefused.malformed(
          "body: %s where a JSON object with the event should be",
          parser.currentToken() == null ? "nothing" : parser.currentToken());
    }
    Map<String, String> attributes = new HashMap<>();
    boolean data = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("data")) {
        data = value != JsonToken.VALUE_NULL;
        parser.skipChildren();
      } else if (value != JsonToken.VALUE_NULL) {
        attributes.put(name, attribute(name, value, parser));
      }
    }
    if (parser.nextToken() != null) {
      throw EventRefused.malformed("body: %s after the event's end", parser.currentToken());
    }
    if (!data) {
      throw EventRefused.malformed(
          "data: missing or null; this function takes data as a JSON object (no data_base64)");
    }
    return attributes;
  }

  private static String attribute(String name, JsonToken value, JsonParser parser)
      throws IOException {
    if (value.isStructStart()) {
      throw EventRefused.malformed("%s: an attribute is no %s", name, value);
    }
    if (value != JsonToken.VALUE_STRING && isText(name)) {
      throw EventRefused.malformed("%s: %s is not a string", name, parser.getText());
    }
    return parser.getText();
  }

  private static boolean isText(String name) {
    return switch (name) {
      case "specversion", "id", "source", "type", "subject", "datacontenttype" -> true;
      default -> false;
    };
  }
}
