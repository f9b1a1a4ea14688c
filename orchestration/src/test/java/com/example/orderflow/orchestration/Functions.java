package com.example.orderflow.orchestration;

import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The three functions at one address, as far as the service sees them: each event is answered with
 * the next one of an order that ships.
 */
final class Functions {
  private static final Map<EventType, EventType> NEXT =
      Map.of(
          EventType.ORDER_CREATED, EventType.ORDER_VALIDATED,
          EventType.ORDER_VALIDATED, EventType.PAYMENT_COMPLETED,
          EventType.PAYMENT_COMPLETED, EventType.ORDER_SHIPPED);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Functions(HttpServer server) {
    this.server = server;
  }

  static Functions start() throws IOException {
    Functions functions =
        new Functions(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    functions.server.createContext("/", Functions::answer);
    functions.server.setExecutor(functions.threads);
    functions.server.start();
    return functions;
  }

  Map<String, String> environment() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return Map.of("VALIDATE_ORDER_URL", url, "PROCESS_PAYMENT_URL", url, "SHIP_ORDER_URL", url);
  }

  void stop() {
    server.stop(0);
    threads.close();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    Headers event = exchange.getRequestHeaders();
    String orderId = event.getFirst("ce-subject");
    EventType next = NEXT.get(EventType.of(event.getFirst("ce-type")).orElseThrow());
    Headers reply = exchange.getResponseHeaders();
    reply.add("ce-specversion", "1.0");
    reply.add(
        "ce-id", EventIds.ofReply(event.getFirst("ce-source"), event.getFirst("ce-id"), next));
    reply.add("ce-source", next.source());
    reply.add("ce-type", next.type());
    reply.add("ce-subject", orderId);
    reply.add("ce-partitionkey", orderId);
    reply.add("ce-causationid", event.getFirst("ce-id"));
    reply.add("content-type", "application/json");
    byte[] data = "{\"orderId\":\"%s\"}".formatted(orderId).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, data.length);
    exchange.getResponseBody().write(data);
    exchange.close();
  }
}
