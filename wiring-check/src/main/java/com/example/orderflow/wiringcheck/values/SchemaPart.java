package com.example.orderflow.wiringcheck.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;

/** What a schema says of one value: its rule in words, an example, the names that it may hold. */
record SchemaPart(JsonNode schema) {

  /** Where the keyword stands that was broken; else what the schema says of the value's path. */
  static SchemaPart of(JsonNode root, ValidationMessage message) {
    String keyword = message.getSchemaLocation().getFragment().toString();
    JsonNode holder = root.at(keyword.substring(0, keyword.lastIndexOf('/')));
    if (holder.has("description")) {
      return new SchemaPart(holder);
    }
    List<String> path = new ArrayList<>();
    for (int i = 0; i < message.getInstanceLocation().getNameCount(); i++) {
      path.add(String.valueOf(message.getInstanceLocation().getElement(i)));
    }
    return of(root, path.toArray(String[]::new));
  }

  static SchemaPart of(JsonNode root, String... path) {
    JsonNode schema = resolved(root, root);
    for (String step : path) {
      JsonNode next = schema.path("properties").path(step);
      if (next.isMissingNode()) {
        next = step.matches("\\d+") ? schema.path("items") : schema.path("additionalProperties");
      }
      schema = resolved(root, next);
    }
    return new SchemaPart(schema);
  }

  String description() {
    return schema.path("description").asText();
  }

  String example() {
    return schema.path("examples").path(0).toString();
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode resolved(JsonNode root, JsonNode schema) {
    return schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
  }
}
