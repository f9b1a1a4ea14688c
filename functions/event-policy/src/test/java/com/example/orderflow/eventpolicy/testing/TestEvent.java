package com.example.orderflow.eventpolicy.testing;

import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.EventType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** An event to send; each method returns another one. */
public final class TestEvent {

  private final ObjectNode json;

  private TestEvent(ObjectNode json) {
    this.json = json;
  }

  /** The sample event of this type. */
  public static TestEvent sample(EventType type) {
    try (InputStream sample =
        EventType.class.getResourceAsStream("/events/" + type.type() + ".json")) {
      return new TestEvent((ObjectNode) EventJson.mapper().readTree(sample));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The same for another order. */
  public TestEvent about(String orderId) {
    return with("id", "event-of-" + orderId)
        .with("subject", orderId)
        .with("partitionkey", orderId)
        .withData("orderId", orderId);
  }

  /** With an attribute or extension. */
  public TestEvent with(String attribute, Object value) {
    ObjectNode changed = json.deepCopy();
    changed.set(attribute, EventJson.mapper().valueToTree(value));
    return new TestEvent(changed);
  }

  public TestEvent without(String attribute) {
    ObjectNode changed = json.deepCopy();
    changed.remove(attribute);
    return new TestEvent(changed);
  }

  /** With a field of the data, anywhere in it: {@code a/b}. */
  public TestEvent withData(String path, Object value) {
    ObjectNode changed = json.deepCopy();
    int last = path.lastIndexOf('/');
    String parent = "/data" + (last < 0 ? "" : "/" + path.substring(0, last));
    ((ObjectNode) changed.at(parent))
        .set(path.substring(last + 1), EventJson.mapper().valueToTree(value));
    return new TestEvent(changed);
  }

  public String id() {
    return json.get("id").asText();
  }

  public JsonNode data() {
    return json.get("data");
  }

  /** All of it, as JSON. */
  @Override
  public String toString() {
    return json.toString();
  }

  /** As a broker delivers it: attributes in headers, data in the body. */
  public HttpRequest binary(URI function) {
    return binary(function, data() == null ? "" : data().toString());
  }

  /** With another body than its data. */
  public HttpRequest binary(URI function, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(function);
    for (var field : json.properties()) {
      switch (field.getKey()) {
        case "data" -> {}
        case "datacontenttype" -> request.header("content-type", field.getValue().asText());
        default -> request.header("ce-" + field.getKey(), field.getValue().asText());
      }
    }
    return request.POST(BodyPublishers.ofString(body)).build();
  }

  /** All in the body. */
  public HttpRequest structured(URI function) {
    return structured(function, json.toString());
  }

  /** With another body than the event. */
  public static HttpRequest structured(URI function, String body) {
    return HttpRequest.newBuilder(function)
        .header("content-type", "application/cloudevents+json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
