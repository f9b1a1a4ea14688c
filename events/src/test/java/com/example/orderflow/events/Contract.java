package com.example.orderflow.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The two readers of event data that have to agree: the JSON Schemas and the records. */
final class Contract {
  static final ObjectMapper MAPPER = EventJson.mapper();

  private static final Map<EventType, JsonSchema> SCHEMAS = new EnumMap<>(EventType.class);

  private Contract() {}

  static JsonNode schemaOf(EventType type) {
    return resource(type.schemaResource());
  }

  static JsonNode sampleOf(EventType type) {
    return resource("events/" + type.type() + ".json");
  }

  static boolean schemaAccepts(EventType type, JsonNode data) {
    return SCHEMAS.computeIfAbsent(type, Contract::compile).validate(data).isEmpty();
  }

  static boolean recordAccepts(EventType type, JsonNode data) {
    try {
      // from text, as on the wire: a tree knows numbers that no text gives
      return MAPPER.readValue(MAPPER.writeValueAsString(data), type.payload()) != null;
    } catch (JsonProcessingException refused) {
      return false;
    }
  }

  static JsonNode resource(String name) {
    try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(name)) {
      return MAPPER.readTree(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonSchema compile(EventType type) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schemaOf(type));
  }
}
