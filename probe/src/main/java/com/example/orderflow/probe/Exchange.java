package com.example.orderflow.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the desk and the probe do with the JDK's HTTP server. */
final class Exchange {
  static final ObjectMapper JSON = new ObjectMapper();

  private Exchange() {}

  interface Work {
    void run(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /** A failure is said to the client: the tests have no other log. */
  static HttpHandler handler(Work work) {
    return exchange -> {
      try (exchange) {
        work.run(exchange);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        write(exchange, 500, Map.of(), e.toString().getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  /** The request, its path without the part that led here. */
  static Call call(HttpExchange exchange, String service, String prefix) throws IOException {
    return Call.of(
        service,
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath().substring(prefix.length()),
        exchange.getRequestHeaders(),
        exchange.getRequestBody().readAllBytes());
  }

  static void give(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
    Thread.sleep(answer.afterMillis());
    write(
        exchange,
        answer.status(),
        answer.headers(),
        answer.body().getBytes(StandardCharsets.UTF_8));
  }

  static void json(HttpExchange exchange, Object content) throws IOException {
    write(
        exchange, 200, Map.of("content-type", "application/json"), JSON.writeValueAsBytes(content));
  }

  static void write(HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
