package com.example.orderflow.localplatform.argo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Cuts an answer down to the fields that a client asked for, such as {@code items.metadata.name}.
 */
final class Fields {
  private Fields() {}

  static JsonObject of(JsonObject whole, List<String> paths) {
    JsonObject cut = new JsonObject();
    paths.forEach(path -> copy(whole, cut, path));
    return cut;
  }

  private static void copy(JsonObject from, JsonObject to, String path) {
    int dot = path.indexOf('.');
    String field = dot < 0 ? path : path.substring(0, dot);
    Object value = from.getValue(field);
    if (dot < 0) {
      to.put(field, value);
    } else if (value instanceof JsonObject object) {
      copy(
          object,
          to.containsKey(field) ? to.getJsonObject(field) : put(to, field),
          path.substring(dot + 1));
    } else if (value instanceof JsonArray array) {
      copy(array, items(to, field, array.size()), path.substring(dot + 1));
    }
  }

  private static void copy(JsonArray from, JsonArray to, String path) {
    for (int i = 0; i < from.size(); i++) {
      copy(from.getJsonObject(i), to.getJsonObject(i), path);
    }
  }

  private static JsonObject put(JsonObject to, String field) {
    JsonObject inner = new JsonObject();
    to.put(field, inner);
    return inner;
  }

  private static JsonArray items(JsonObject to, String field, int size) {
    if (!to.containsKey(field)) {
      JsonArray items = new JsonArray();
      for (int i = 0; i < size; i++) {
        items.add(new JsonObject());
      }
      to.put(field, items);
    }
    return to.getJsonArray(field);
  }
}
