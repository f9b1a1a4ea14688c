package com.example.orderflow.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
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

/** The words in which the tests speak to the running service. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI url;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public Api(URI url) {
    this.url = url;
  }

  /** What came back; the body is a missing node when there was none. */
  public record Heard(int status, HttpHeaders headers, JsonNode body) {

    public String text(String field) {
      return body.path(field).asText();
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /** The fields whose rules were broken. */
    public List<String> fields() {
      return body.path("violations").findValuesAsText("field");
    }
  }

  /** An order that ships, with an id of its own choice. */
  public static String order(String orderId) {
    return order(orderId, 1);
  }

  /** The same order with so many pieces. */
  public static String order(String orderId, int quantity) {
    return """
    {"orderId": "%s", %s"""
        .formatted(orderId, unnamed(quantity).substring(1));
  }

  /** An order that leaves its id to the service. */
  public static String unnamed(int quantity) {
    return """
    {"customerId": "17850", "currency": "GBP", "destination": {"country": "GB"},
     "paymentToken": "tok_ok",
     "lines": [{"sku": "85123A", "description": "HOLDER", "quantity": %d, "unitPrice": 255}]}"""
        .formatted(quantity);
  }

  public Heard place(String order) {
    return send(posting("/orders", order));
  }

  /** With an idempotency key. */
  public Heard place(String order, String key) {
    return send(posting("/orders", order).header("Idempotency-Key", key));
  }

  public Heard get(String path) {
    return send(to(path).GET());
  }

  /** Of a page that need not be JSON. */
  public int status(String path) {
    try {
      return http.send(to(path).GET().build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A POST of JSON, to be changed further. */
  public HttpRequest.Builder posting(String path, String body) {
    return to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
  }

  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(url.resolve(path));
  }

  public Heard send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Heard(response.statusCode(), response.headers(), json(response.body()));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** One call by its number, counted from 0. */
  @FunctionalInterface
  public interface Call {
    Heard number(int number);
  }

  /** So many calls, each on a thread of its own. */
  public static List<Heard> atOnce(int times, Call call) {
    List<Future<Heard>> underWay = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < times; number++) {
        int current = number;
        underWay.add(callers.submit(() -> call.number(current)));
      }
    }
    return underWay.stream().map(Api::answer).toList();
  }

  private static Heard answer(Future<Heard> call) {
    if (call.state() == Future.State.FAILED) {
      throw new AssertionError("a call failed", call.exceptionNow());
    }
    return call.resultNow();
  }

  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + new String(body, StandardCharsets.UTF_8), e);
    }
  }
}
