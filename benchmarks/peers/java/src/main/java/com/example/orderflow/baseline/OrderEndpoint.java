package com.example.orderflow.baseline;

import com.example.orderflow.events.Order;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * {@code POST /orders}: an order as the order service takes it, answered with its end.
 *
 * <pre>
 * 200 how it ended    400 no order    405 no POST    413 too large    503 come again
 * </pre>
 */
final class OrderEndpoint implements HttpHandler {
  private static final int LONGEST = 1_000_000;

  private final OrderProcess process;
  private final ObjectMapper json;

  OrderEndpoint(OrderProcess process, ObjectMapper json) {
    this.process = process;
    this.json = json;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
      if (!exchange.getRequestMethod().equals("POST")) {
        answer(exchange, 405, "text/plain", "only POST");
      } else if (body.length > LONGEST) {
        answer(exchange, 413, "text/plain", "more than %,d bytes".formatted(LONGEST));
      } else {
        place(exchange, body);
      }
    }
  }

  private void place(HttpExchange exchange, byte[] body) throws IOException {
    Order order;
    try {
      order = json.readValue(body, Order.class);
    } catch (IOException noOrder) {
      answer(exchange, 400, "text/plain", noOrder.getMessage());
      return;
    }
    if (order == null) {
      answer(exchange, 400, "text/plain", "null is no order");
      return;
    }
    try {
      Ending ending = process.run(order, new String(body, StandardCharsets.UTF_8));
      answer(exchange, 200, "application/json", json.writeValueAsString(ending));
    } catch (SQLException unavailable) {
      answer(exchange, 503, "text/plain", "database: SQL state " + unavailable.getSQLState());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      answer(exchange, 503, "text/plain", "stopping");
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
