package com.example.orderflow.contracttests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.example.orderflow.events.EventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Requests that no well-meaning client sends, written byte by byte: no HTTP, no event, or too much
 * of it. Every address refuses each of them.
 */
final class HostileRequests {
  private static final String STRUCTURED = "application/cloudevents+json";

  private final String path;
  private final EventType type;
  private final String data;
  private final List<HostileRequest> requests = new ArrayList<>();

  private HostileRequests(String path, EventType type, String data) {
    this.path = path;
    this.type = type;
    this.data = data;
  }

  /**
   * The corpus for one address.
   *
   * @param path of the address
   * @param type an event type that is welcome there
   * @param data valid data of that type
   */
  static List<HostileRequest> against(String path, EventType type, String data) {
    HostileRequests corpus = new HostileRequests(path, type, data);
    corpus.attributes();
    corpus.structured();
    corpus.contentTypes();
    corpus.sizes();
    corpus.methodsAndPaths();
    corpus.brokenHttp();
    return corpus.requests;
  }

  /** A request whose sender stops in the middle of the body, and waits. */
  static HostileRequest breakingOff(String path) {
    String head = "POST " + path + " HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n";
    return new HostileRequest("a body that breaks off", (head + "{").getBytes(ISO_8859_1));
  }

  /** Requests whose body nobody can find the end of. */
  static List<HostileRequest> withoutEnd(String path) {
    HostileRequests corpus = new HostileRequests(path, null, null);
    for (String chunk : List.of("zz\r\nabc", "-1\r\nabc", "fffffffff\r\nabc", "{}")) {
      corpus.raw(
          "the chunk " + chunk.replace("\r\n", " "),
          "POST %s HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n%s\r\n0\r\n\r\n"
              .formatted(path, chunk));
    }
    return corpus.requests;
  }

  private void attributes() {
    for (String name : List.of("specversion", "id", "source", "type")) {
      binary("without " + name, headers -> without(headers, "ce-" + name));
    }
    for (String name : List.of("specversion", "source", "type")) {
      binary("with an empty " + name, headers -> with(headers, "ce-" + name, ""));
    }
    for (String version : List.of("2.0", "0.1", "1", "one", "1.0.0", "１.0")) {
      binary("specversion " + version, headers -> with(headers, "ce-specversion", version));
    }
    for (String time : List.of("yesterday", "2026-13-45T99:99:99Z", "0", "-1")) {
      binary("time " + time, headers -> with(headers, "ce-time", time));
    }
    binary(
        "no event attributes at all",
        headers -> new TreeMap<>(Map.of("content-type", "application/json")));
  }

  private void structured() {
    String event = event(data);
    for (int part = 1; part <= 12; part++) {
      int cut = event.length() * part / 13;
      structured("structured, cut after " + cut + " characters", event.substring(0, cut));
    }
    for (String name : List.of("specversion", "id", "source", "type")) {
      structured(
          "structured without " + name, event.replaceFirst("\"" + name + "\":\"[^\"]*\",?", ""));
      structured(
          "structured with a number as " + name,
          event.replaceFirst("\"" + name + "\":\"[^\"]*\"", "\"" + name + "\":{}"));
    }
    structured("structured, empty", "");
    structured("structured, a space", " ");
    structured("structured, null", "null");
    structured("structured, true", "true");
    structured("structured, a number", "42");
    structured("structured, a text", "\"event\"");
    structured("structured, an empty object", "{}");
    structured("structured, an empty list", "[]");
    structured("structured, a list of events", "[" + event + "]");
    structured("structured, two events", event + event);
    structured("structured, trailing words", event + " and more");
    structured("structured, single quotes", event.replace('"', '\''));
    structured("structured, unquoted names", event.replace("\"id\"", "id"));
    structured("structured, a comment", "/* */" + event);
    structured("structured, XML", "<event/>");
    structured("structured, deeply nested", "[".repeat(200_000));
    structured("structured, deeply nested objects", "{\"a\":".repeat(100_000));
    structured("structured, specversion 2.0", event.replace("\"1.0\"", "\"2.0\""));
    structured(
        "structured, bad time",
        event.replace("\"specversion\"", "\"time\":\"noon\",\"specversion\""));
    structured("structured, a raw line feed in a text", event.replace("\"id\":\"", "\"id\":\"\n"));
    structured("structured, a bad escape", event.replace("\"id\":\"", "\"id\":\"\\q"));
    structured(
        "structured, base64 that is none",
        event.replaceFirst("\"data\":.*", "\"data_base64\":\"***\"}"));
    byte[] wide = event.getBytes(UTF_16);
    post(
        "structured in UTF-16, cut inside a character",
        Map.of("content-type", STRUCTURED),
        Arrays.copyOf(wide, wide.length - 3));
    post("structured, bytes that are no UTF-8", Map.of("content-type", STRUCTURED), bad(event));
  }

  private void contentTypes() {
    for (String contentType :
        List.of(
            "application/cloudevents-batch+json",
            "application/cloudevents+xml",
            "application/cloudevents+avro",
            "application/cloudevents+")) {
      post(
          "content type " + contentType,
          Map.of("content-type", contentType),
          event(data).getBytes(UTF_8));
    }
  }

  private void sizes() {
    binary("data of 1.1 MB", UnaryOperator.identity(), padded(1_100_000));
    binary("data of 3 MB", UnaryOperator.identity(), padded(3_000_000));
    structured("structured, 2 MB", event(new String(padded(2_000_000), UTF_8)));
    binary("a header of 100 kB", headers -> with(headers, "ce-comment", "x".repeat(100_000)));
    binary(
        "2,000 headers",
        headers -> {
          for (int i = 0; i < 2_000; i++) {
            headers.put("ce-x" + i, "v".repeat(20));
          }
          return headers;
        });
    raw(
        "a path of 100 kB",
        "POST /" + "a".repeat(100_000) + " HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n");
  }

  private void methodsAndPaths() {
    for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW")) {
      raw(
          "method " + method,
          method + " " + path + " HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n");
    }
    for (String other :
        List.of(
            "/nowhere/at/all", "/../../etc/passwd", "/%00", "/%zz", "//", "/orderflow/%2e%2e")) {
      post("path " + other, other, binaryHeaders(), data.getBytes(UTF_8));
    }
  }

  private void brokenHttp() {
    raw("garbage", "\u0000\u0001\u0002 garbage\r\n\r\n");
    raw("no version", "POST " + path + "\r\n\r\n");
    raw("HTTP/9.9", "POST " + path + " HTTP/9.9\r\nhost: x\r\n\r\n");
    raw("a negative length", "POST " + path + " HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\n");
    raw(
        "a length that is no number",
        "POST " + path + " HTTP/1.1\r\nhost: x\r\ncontent-length: many\r\n\r\n");
    raw(
        "two lengths",
        "POST "
            + path
            + " HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabcd");
    raw(
        "a header without a colon",
        "POST " + path + " HTTP/1.1\r\nhost x\r\ncontent-length: 0\r\n\r\n");
    raw(
        "control bytes in a header",
        "POST " + path + " HTTP/1.1\r\nhost: x\r\nce-id: a\u0001b\r\ncontent-length: 0\r\n\r\n");
    raw(
        "a TLS greeting",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n");
  }

  private void binary(String name, UnaryOperator<Map<String, String>> change) {
    binary(name, change, data.getBytes(UTF_8));
  }

  private void binary(String name, UnaryOperator<Map<String, String>> change, byte[] body) {
    post(name, path, change.apply(binaryHeaders()), body);
  }

  private void structured(String name, String body) {
    post(name, Map.of("content-type", STRUCTURED), body.getBytes(UTF_8));
  }

  private void post(String name, Map<String, String> headers, byte[] body) {
    post(name, path, headers, body);
  }

  private void post(String name, String to, Map<String, String> headers, byte[] body) {
    requests.add(HostileRequest.post(name, to, headers, body));
  }

  private void raw(String name, String bytes) {
    requests.add(new HostileRequest(name, bytes.getBytes(ISO_8859_1)));
  }

  private Map<String, String> binaryHeaders() {
    return new TreeMap<>(
        Map.of(
            "ce-specversion", "1.0",
            "ce-id", "hostile-1",
            "ce-source", type.source(),
            "ce-type", type.type(),
            "content-type", "application/json"));
  }

  private String event(String data) {
    return """
    {"specversion":"1.0","id":"hostile-2","source":"%s","type":"%s","datacontenttype":"application/json","data":%s}\
    """
        .formatted(type.source(), type.type(), data);
  }

  /** The valid data, made large by a field that nobody knows. */
  private byte[] padded(int size) {
    return (data.strip().replaceFirst("}\\s*$", "") + ",\"padding\":\"" + "x".repeat(size) + "\"}")
        .getBytes(UTF_8);
  }

  private static byte[] bad(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    bytes[bytes.length / 2] = (byte) 0xC3;
    bytes[bytes.length / 2 + 1] = (byte) 0x28;
    return bytes;
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    headers.put(name, value);
    return headers;
  }

  private static Map<String, String> without(Map<String, String> headers, String name) {
    headers.remove(name);
    return headers;
  }
}
