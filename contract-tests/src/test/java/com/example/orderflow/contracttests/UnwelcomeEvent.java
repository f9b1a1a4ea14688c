package com.example.orderflow.contracttests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.example.orderflow.events.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An event that a broker has to take, and no function can use: what is wrong is inside. A function
 * refuses it; from the ingress it gets to the dead letters, with the function's reason.
 */
record UnwelcomeEvent(String name, String contentType, byte[] data) {
  private static final String JSON = "application/json";

  /**
   * All ways to spoil an event.
   *
   * @param good valid data of the type that is to be sent, about the order "sample-1"
   */
  static List<UnwelcomeEvent> madeFrom(String good) {
    List<UnwelcomeEvent> events = new ArrayList<>();
    for (String text :
        List.of(
            "",
            " ",
            "null",
            "true",
            "42",
            "\"order\"",
            "[]",
            "[{}]",
            "{}",
            "{",
            "}",
            "NaN",
            "<order/>")) {
      events.add(json("data " + text, text));
    }
    for (int part = 1; part <= 5; part++) {
      int cut = good.strip().length() * part / 6;
      events.add(json("data cut after " + cut, good.substring(0, cut)));
    }
    for (String orderId :
        List.of(
            "null",
            "1",
            "{}",
            "\"\"",
            "\" \"",
            "\"a/b\"",
            "\"a\\nb\"",
            "\"" + "x".repeat(65) + "\"",
            "\"x'; DROP TABLE payments; --\"",
            "\"订单\"")) {
      events.add(json("order id " + orderId, good.replace("\"sample-1\"", orderId)));
    }
    events.add(json("no order id", good.replace("\"orderId\"", "\"order\"")));
    events.add(json("an order id twice", good.replaceFirst("\\{", "{\"orderId\":\"x\",")));
    events.add(json("two documents", good + good));
    events.add(json("words behind", good + " and more"));
    events.add(json("a comment", "/* */" + good));
    events.add(json("single quotes", good.replace('"', '\'')));
    events.add(
        json("nested 2,000 deep", good.replaceFirst("\\{", "{\"x\":" + nested(2_000) + ",")));
    events.add(new UnwelcomeEvent("bytes that are no UTF-8", JSON, broken(good)));
    for (String contentType :
        List.of(
            "text/plain", "application/xml", "image/png", "multipart/form-data", "json", "*/*")) {
      events.add(
          new UnwelcomeEvent("content type " + contentType, contentType, good.getBytes(UTF_8)));
    }
    return events;
  }

  /**
   * The event in binary mode.
   *
   * @param id by which it is found again
   */
  HostileRequest to(String path, EventType type, String id) {
    return HostileRequest.post(
        name,
        path,
        new TreeMap<>(
            Map.of(
                "ce-specversion",
                "1.0",
                "ce-id",
                id,
                "ce-source",
                type.source(),
                "ce-subject",
                "sample-1",
                "ce-type",
                type.type(),
                "content-type",
                contentType)),
        data);
  }

  private static UnwelcomeEvent json(String name, String data) {
    return new UnwelcomeEvent(name, JSON, data.getBytes(UTF_8));
  }

  private static String nested(int deep) {
    return "[".repeat(deep) + "]".repeat(deep);
  }

  /** No encoding that JSON may have. */
  private static byte[] broken(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    bytes[text.indexOf("sample-1")] = (byte) 0xC3;
    return bytes;
  }

  @Override
  public String toString() {
    return name;
  }
}
