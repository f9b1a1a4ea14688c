package com.example.orderflow.loadtester.reading;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventJson;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The orders of one JSON text, one in memory at a time. */
final class JsonOrders extends Orders {
  /** An order and, around it, the attributes of its event or what a sample says about it. */
  private static final int LARGEST_DOCUMENT_BYTES = Channels.LARGEST_EVENT_BYTES + 16_384;

  private final String file;
  private final JsonParser parser;
  private final ObjectMapper mapper = EventJson.mapper();
  private boolean inArray;

  JsonOrders(String file, InputStream in) throws IOException {
    this.file = file;
    this.parser = mapper.getFactory().createParser(in);
  }

  @Override
  protected OutgoingOrder read() {
    try {
      JsonToken token = nextElement();
      if (token == null) {
        return null;
      }
      long line = parser.currentTokenLocation().getLineNr();
      if (token != JsonToken.START_OBJECT) {
        throw new OrderFileException(
            file,
            line,
            "%s is no order".formatted(parser.getText()),
            "Write an order, an array of orders, or one order after the other");
      }
      return OrderDocument.read(file, line, mapper.readTree(document(line)));
    } catch (JsonProcessingException e) {
      throw new OrderFileException(
          file,
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          e.getOriginalMessage(),
          "Correct the JSON");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Steps into and out of arrays; those inside an array are no orders. */
  private JsonToken nextElement() throws IOException {
    JsonToken token = parser.nextToken();
    while ((token == JsonToken.START_ARRAY && !inArray)
        || (token == JsonToken.END_ARRAY && inArray)) {
      inArray = token == JsonToken.START_ARRAY;
      token = parser.nextToken();
    }
    return token;
  }

  private String document(long line) throws IOException {
    try (Limited copy = new Limited(line);
        JsonGenerator generator = mapper.getFactory().createGenerator(copy)) {
      generator.copyCurrentStructureExact(parser);
      generator.flush();
      return copy.toString(StandardCharsets.UTF_8);
    }
  }

  /** Stops at the limit, before the memory does. */
  private final class Limited extends ByteArrayOutputStream {
    private final long line;

    Limited(long line) {
      this.line = line;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (size() + length > LARGEST_DOCUMENT_BYTES) {
        throw OrderDocument.tooLarge(file, line);
      }
      super.write(bytes, offset, length);
    }
  }
}
