package com.example.orderflow.eventpolicy.testing;

import static com.example.orderflow.events.Channels.LARGEST_EVENT_BYTES;

import com.example.orderflow.events.EventType;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What every function answers to what it cannot use, whatever it does with good events. The rows
 * are sent to a function in this process, and to the images of the real ones.
 *
 * <pre>
 *   malformed     400  an event that is none, or that says less than an event has to
 *   not taken     405, 404, 413, 415, 422  sent to the wrong place, in the wrong way, or too much
 *   order's data  400  data that is no order
 * </pre>
 */
public final class PolicyTable {
  private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");

  private final TestEvent good;
  private final Stream.Builder<PolicyRow> rows = Stream.builder();

  private PolicyTable(TestEvent good) {
    this.good = good;
  }

  /**
   * Events that are malformed.
   *
   * @param good the sample event of a type that the function handles
   */
  public static Stream<PolicyRow> malformed(TestEvent good) {
    PolicyTable table = new PolicyTable(good);
    table.attributes();
    table.structuredBodies();
    return table.rows.build();
  }

  /** Requests that are refused whatever the event says. */
  public static Stream<PolicyRow> notTaken(TestEvent good) {
    PolicyTable table = new PolicyTable(good);
    table.contentTypes();
    table.types();
    table.methodsAndPaths();
    table.sizes();
    return table.rows.build();
  }

  /** Data that does not bind to an order, for the function that handles {@code order.created}. */
  public static Stream<PolicyRow> orderData() {
    PolicyTable table =
        new PolicyTable(TestEvent.sample(EventType.ORDER_CREATED).without("subject"));
    table.data("", "the body is empty");
    table.data("null", "data: null");
    table.data("{", "line 1, column 2");
    table.data("{\"orderId\":\"a\",\"lines\":[}", "line 1, column 25");
    table.data("{} {}", "orderId");
    table.data("[]", "data: Cannot deserialize value of type `Order`");
    table.data("\"text\"", "data: a JSON object should be here, not String value");
    table.data("{\"lines\":[]}", "orderId");
    table.data("{\"orderId\":7,\"lines\":[]}", "data.orderId");
    table.data("{\"orderId\":\"a b\",\"lines\":[]}", "orderId: \"a b\" is not 1 to 64 of");
    table.data("{\"orderId\":\"a\"}", "lines");
    table.data("{\"orderId\":\"a\",\"lines\":[null]}", "lines[]");
    table.data("{\"orderId\":\"a\",\"orderId\":\"b\"}", "Duplicate field 'orderId'");
    table.quantity("\"x\"", "data.lines[0].quantity: Cannot coerce String value (\"x\")");
    table.quantity("1.5", "data.lines[0].quantity");
    table.quantity("99999999999999999999", "data.lines[0].quantity");
    return table.rows.build();
  }

  private void attributes() {
    for (String attribute : REQUIRED) {
      String missing = attribute + ": missing";
      both("without " + attribute, good.without(attribute), 400, missing);
      structured(attribute + " null", good.with(attribute, null), 400, missing);
      binary(attribute + " \"\"", good.with(attribute, ""), 400, attribute + ": \"\" is blank");
      structured(attribute + " \" \"", good.with(attribute, " "), 400, attribute + ": \" \" is");
    }
    for (String attribute : List.of("specversion", "id", "source", "type", "subject")) {
      structured(attribute + " 1", good.with(attribute, 1), 400, attribute + ": 1 is not a string");
    }
    for (String time : List.of("yesterday", "2026-02-31T12:00:00Z", "2026-01-31", "0", "")) {
      both("time " + time, good.with("time", time), 400, "time: \"" + time + "\" is not in RFC");
    }
    for (String version : List.of("0.3", "1", "1.0.0", "2.0")) {
      TestEvent event = good.with("specversion", version);
      both("specversion " + version, event, 400, version + "\" is not \"1.0\"");
    }
    both(
        "another order than the data's",
        good.with("subject", "other"),
        400,
        "subject: \"other\" is not the data's orderId \"sample-1\"");
  }

  private void structuredBodies() {
    structured("no data", good.without("data"), 400, "data: missing or null");
    structured("data null", good.with("data", null), 400, "data: missing or null");
    TestEvent base64 = good.without("data").with("data_base64", "e30=");
    structured("data_base64", base64, 400, "no data_base64");
    structuredBody("", "nothing where a JSON object");
    structuredBody("[]", "START_ARRAY where a JSON object");
    structuredBody("{\"id\":", "line 1");
    structuredBody("{\"id\":\"1\",\"id\":\"2\"}", "Duplicate field 'id'");
    structuredBody("{\"id\":{}}", "id: an attribute is no");
    structuredBody("{\"data\":{}} {}", "after the event's end");
  }

  private void contentTypes() {
    for (String contentType :
        List.of(
            "text/plain",
            "application/xml",
            "application/json5",
            "application/cloudevents+avro",
            "application/cloudevents-batch+json",
            "application/x-www-form-urlencoded")) {
      binary(contentType, good.with("datacontenttype", contentType), 415, contentType);
    }
    structured("data of text/xml", good.with("datacontenttype", "text/xml"), 415, "text/xml");
  }

  private void types() {
    for (String type : List.of(EventType.Name.ORDER_SHIPPED, "com.example.unheard.of")) {
      both("the type " + type, good.with("type", type), 422, type);
    }
  }

  private void methodsAndPaths() {
    for (String method : List.of("GET", "PUT", "DELETE", "OPTIONS")) {
      row(
          method,
          function ->
              HttpRequest.newBuilder(function).method(method, BodyPublishers.noBody()).build(),
          405,
          method);
    }
    for (String path : List.of("probe", "elsewhere")) {
      row("to /" + path, function -> good.binary(function.resolve(path)), 404, "/" + path);
    }
  }

  private void sizes() {
    byte[] body = new byte[LARGEST_EVENT_BYTES + 1];
    tooLarge("a byte too many", () -> BodyPublishers.ofByteArray(body));
    tooLarge(
        "a byte too many, in chunks",
        () -> BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  private void tooLarge(String sent, Supplier<BodyPublisher> body) {
    row(
        sent,
        function ->
            HttpRequest.newBuilder(good.binary(function), (name, value) -> true)
                .POST(body.get())
                .build(),
        413,
        "1,000,000 bytes");
  }

  private void quantity(String quantity, String reason) {
    data(
        "{\"orderId\":\"a\",\"lines\":[{\"quantity\":%s,\"unitPrice\":1}]}".formatted(quantity),
        reason);
  }

  private void data(String body, String reason) {
    row("data " + body, function -> good.binary(function, body), 400, reason);
  }

  private void structuredBody(String body, String reason) {
    row("structured: " + body, function -> TestEvent.structured(function, body), 400, reason);
  }

  private void both(String sent, TestEvent event, int status, String reason) {
    binary(sent, event, status, reason);
    structured(sent, event, status, reason);
  }

  private void binary(String sent, TestEvent event, int status, String reason) {
    row("binary: " + sent, event::binary, status, reason);
  }

  private void structured(String sent, TestEvent event, int status, String reason) {
    row("structured: " + sent, event::structured, status, reason);
  }

  private void row(String sent, Function<URI, HttpRequest> request, int status, String reason) {
    rows.add(new PolicyRow(sent, request, status, reason));
  }
}
