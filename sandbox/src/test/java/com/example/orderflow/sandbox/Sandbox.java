package com.example.orderflow.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;

/** The words in which the tests speak to a running sandbox. */
final class Sandbox {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI url;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Sandbox(URI url) {
    this.url = url;
  }

  /** What came back: a status and JSON. */
  record Heard(int status, String type, JsonNode body) {

    String text(String field) {
      return body.path(field).asText();
    }
  }

  static String charge(String orderId, String token, long minorUnits) {
    return """
    {"orderId": "%s", "paymentToken": "%s", "amount": {"minorUnits": %d, "currency": "GBP"}}
    """
        .formatted(orderId, token, minorUnits);
  }

  static String refund(String orderId, String chargeId, long minorUnits) {
    return """
    {"orderId": "%s", "chargeId": "%s", "reason": "country_not_served",
     "amount": {"minorUnits": %d, "currency": "GBP"}}
    """
        .formatted(orderId, chargeId, minorUnits);
  }

  static String booking(String orderId, String country) {
    return """
    {"orderId": "%s", "destination": {"country": "%s"},
     "items": [{"sku": "85123A", "quantity": 6}]}
    """
        .formatted(orderId, country);
  }

  Heard post(String path, String key, String body) throws IOException, InterruptedException {
    return send(posting(path, key, body).build());
  }

  Heard get(String path) throws IOException, InterruptedException {
    return send(to(path).GET().build());
  }

  Heard send(HttpRequest request) throws IOException, InterruptedException {
    return heard(http.send(request, BodyHandlers.ofByteArray()));
  }

  /** The same request so many times, all on their way before the first is answered. */
  List<Heard> postAtOnce(int times, String path, String key, String body) {
    return atOnce(times, repeat -> post(path, key, body));
  }

  interface Call {
    Heard number(int number) throws IOException, InterruptedException;
  }

  /** Calls numbered from 0, each on a thread of its own. */
  static List<Heard> atOnce(int times, Call call) {
    List<Future<Heard>> underWay = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < times; number++) {
        int current = number;
        underWay.add(callers.submit(() -> call.number(current)));
      }
    }
    return underWay.stream().map(Sandbox::heard).toList();
  }

  private static Heard heard(Future<Heard> call) {
    if (call.state() == Future.State.FAILED) {
      throw new AssertionError("a call failed", call.exceptionNow());
    }
    return call.resultNow();
  }

  /** Entries of the ledger about one order. */
  List<JsonNode> entries(String orderId) throws IOException, InterruptedException {
    return StreamSupport.stream(get("/ledger").body().path("entries").spliterator(), false)
        .filter(entry -> entry.path("orderId").asText().equals(orderId))
        .toList();
  }

  /** All that comes back for a request which no decent client would send. */
  String raw(String requestLine) throws IOException {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      String request = requestLine + "\r\nHost: sandbox\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  HttpRequest.Builder posting(String path, String key, String body) {
    HttpRequest.Builder request = to(path).header("Content-Type", "application/json");
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.POST(BodyPublishers.ofString(body));
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(url.resolve(path));
  }

  private static Heard heard(HttpResponse<byte[]> response) {
    try {
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Heard(response.statusCode(), type, JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new AssertionError(
          "not JSON: " + new String(response.body(), StandardCharsets.UTF_8), e);
    }
  }
}
