package com.example.orderflow.localplatform.argo;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** A JSON object of texts. */
final class JsonTexts {
  private JsonTexts() {}

  static String of(Map<String, String> texts) {
    JsonObject json = new JsonObject();
    texts.forEach(json::put);
    return json.encode();
  }

  static Map<String, String> read(String json) {
    Map<String, String> texts = new TreeMap<>();
    new JsonObject(json).forEach(entry -> texts.put(entry.getKey(), (String) entry.getValue()));
    return texts;
  }
}
