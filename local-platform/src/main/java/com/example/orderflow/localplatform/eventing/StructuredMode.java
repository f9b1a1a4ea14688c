package com.example.orderflow.localplatform.eventing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Structured content mode: the whole event as one JSON object.
 *
 * <p>JSON data is cut out of the message as it stands. The CloudEvents library, and with it the
 * real broker, parses and writes it again and turns 1.50 into 1.5 and 12345678901234567.890 into
 * 1.2345678901234568E16; here every digit stays.
 */
final class StructuredMode {
  static final String MEDIA_TYPE = "application/cloudevents+json";

  private static final JsonFactory JSON = new JsonFactory();
  private static final String DATA = "data";
  private static final String DATA_BASE64 = "data_base64";

  /** Version 0.3 says with this attribute that {@code data} is base64. */
  private static final String ENCODING = "datacontentencoding";

  private StructuredMode() {}

  static Reading read(byte[] message) {
    try (var parser = JSON.createParser(message)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new Reading.Unreadable(
            "The body must be a JSON object, as %s.".formatted(MEDIA_TYPE));
      }
      return read(parser, message);
    } catch (JsonProcessingException e) {
      return new Reading.Unreadable("The body is no JSON: %s.".formatted(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory", e);
    }
  }

  private static Reading read(JsonParser parser, byte[] message) throws IOException {
    var attributes = new LinkedHashMap<String, String>();
    Member data = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      var token = parser.nextToken();
      if (name.equals(DATA) || name.equals(DATA_BASE64)) {
        if (data != null) {
          return new Reading.Unreadable(
              "The event has data twice; send data or data_base64, once.");
        }
        data = Member.at(parser, name, message);
      } else if (token.isStructStart()) {
        return new Reading.Unreadable(
            "%s is an object or array; an attribute is a string, number or boolean."
                .formatted(name));
      } else if (token != JsonToken.VALUE_NULL && attributes.put(name, parser.getText()) != null) {
        return new Reading.Unreadable("%s is given twice; send it once.".formatted(name));
      }
    }
    if (parser.nextToken() != null) {
      return new Reading.Unreadable("The body goes on after the event; send one event at a time.");
    }
    return event(attributes, data);
  }

  private static Reading event(Map<String, String> attributes, Member data) {
    if (data == null || data.token == JsonToken.VALUE_NULL) {
      return AttributeRules.check(new Event(attributes, null));
    }
    boolean encoded = data.name.equals(DATA_BASE64) || "base64".equals(attributes.remove(ENCODING));
    var contentType = attributes.computeIfAbsent(Event.CONTENT_TYPE, absent -> "application/json");
    if (!encoded) {
      return AttributeRules.check(
          new Event(attributes, isJson(contentType) ? data.json : data.plain()));
    }
    try {
      return AttributeRules.check(new Event(attributes, Base64.getDecoder().decode(data.text())));
    } catch (IllegalArgumentException e) {
      return new Reading.Unreadable("%s is no base64: %s.".formatted(data.name, e.getMessage()));
    }
  }

  private static boolean isJson(String contentType) {
    var mediaType = HttpEvents.mediaType(contentType);
    return mediaType.endsWith("/json") || mediaType.endsWith("+json");
  }

  /** The member that holds the data, exactly as written. */
  private record Member(String name, JsonToken token, byte[] json, String text) {

    static Member at(JsonParser parser, String name, byte[] message) throws IOException {
      var token = parser.currentToken();
      long from = parser.currentTokenLocation().getByteOffset();
      if (from < 0) {
        throw new WrongCharset(parser);
      }
      var text = token.isScalarValue() ? parser.getText() : "";
      parser.skipChildren();
      long to = parser.currentLocation().getByteOffset();
      return new Member(name, token, Arrays.copyOfRange(message, (int) from, (int) to), text);
    }

    /** Data that is not JSON: text is a JSON string here, and its characters are the data. */
    byte[] plain() {
      return token == JsonToken.VALUE_STRING ? text.getBytes(UTF_8) : json;
    }
  }

  /**
   * Jackson reads UTF-16 too, but then there is nothing to cut: the event's data is bytes of UTF-8.
   */
  private static final class WrongCharset extends JsonProcessingException {
    private static final long serialVersionUID = 1;

    WrongCharset(JsonParser parser) {
      super("it must be UTF-8", parser.currentLocation());
    }
  }
}
