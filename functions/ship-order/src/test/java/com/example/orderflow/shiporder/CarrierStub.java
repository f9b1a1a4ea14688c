package com.example.orderflow.shiporder;

import com.example.orderflow.events.EventJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The carrier of a test: keeps its own books, and misbehaves as the country says. */
public final class CarrierStub implements QuarkusTestResourceLifecycleManager {

  static final String NOT_SERVED = "CN";
  static final String OUTAGE = "AQ";
  static final String CRASH_AFTER_BOOKING = "BV";
  static final String KEY_REUSED = "HM";

  private final Map<String, String> receipts = new ConcurrentHashMap<>();
  private final List<String> books = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private ExecutorService threads;
  private HttpServer server;

  /** How many parcels were booked for this order, whatever the key. */
  long entries(String orderId) {
    return books.stream().filter(orderId::equals).count();
  }

  /** How often the carrier was asked to do something about this order. */
  long calls(String orderId) {
    return calls.stream().filter(orderId::equals).count();
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/bookings", this::book);
    server.start();
    return Map.of("CARRIER_URL", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(CarrierStub.class));
  }

  private void book(HttpExchange call) throws IOException {
    JsonNode request = EventJson.mapper().readTree(call.getRequestBody());
    String orderId = request.path("orderId").asText();
    calls.add(orderId);
    switch (request.at("/destination/country").asText()) {
      case NOT_SERVED -> answer(call, 422, "{\"reason\":\"country_not_served\"}");
      case KEY_REUSED -> answer(call, 422, "{\"reason\":\"idempotency_key_reused\"}");
      case OUTAGE -> answer(call, 503, "{}");
      case CRASH_AFTER_BOOKING -> {
        boolean first = entries(orderId) == 0;
        String receipt = receipt(call, orderId);
        if (first) {
          call.close();
        } else {
          answer(call, 201, receipt);
        }
      }
      default -> answer(call, 201, receipt(call, orderId));
    }
  }

  /** The same key gets the same receipt, and only its first use is an entry in the books. */
  private String receipt(HttpExchange call, String orderId) {
    return receipts.computeIfAbsent(
        call.getRequestHeaders().getFirst("Idempotency-Key"),
        key -> {
          books.add(orderId);
          return "{\"carrier\":\"Test Post\",\"trackingNumber\":\"TP%d\"}".formatted(books.size());
        });
  }

  private static void answer(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders()
        .set("content-type", status < 300 ? "application/json" : "application/problem+json");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }
}
