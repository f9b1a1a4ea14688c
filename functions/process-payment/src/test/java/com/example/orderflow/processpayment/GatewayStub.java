package com.example.orderflow.processpayment;

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The gateway of a test: keeps its own books, and misbehaves as the payment token says. */
public final class GatewayStub implements QuarkusTestResourceLifecycleManager {

  static final String OK = "tok_ok";
  static final String DECLINED = "tok_declined";
  static final String UNREADABLE = "tok unreadable";
  static final String OUTAGE = "tok_outage";
  static final String HANGING = "tok_hanging";
  static final String CRASH_AFTER_CHARGE = "tok_crash_after_charge";
  static final String PROTOCOL_ERROR = "tok_protocol_error";

  private final Map<String, String> receipts = new ConcurrentHashMap<>();
  private final List<String> books = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private ExecutorService threads;
  private HttpServer server;

  /** How often money of this order was moved, whatever the key. */
  long entries(String orderId) {
    return books.stream().filter(orderId::equals).count();
  }

  /** How often the gateway was asked to do something about this order. */
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
    server.createContext("/charges", this::charge);
    server.createContext("/refunds", this::refund);
    server.start();
    return Map.of(
        "PAYMENT_GATEWAY_URL",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "orderflow.payment-gateway.read-timeout",
        "500MS");
  }

  @Override
  public void stop() {
    stopping.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(GatewayStub.class));
  }

  private void charge(HttpExchange call) throws IOException {
    JsonNode request = read(call);
    switch (request.path("paymentToken").asText()) {
      case DECLINED -> answer(call, 402, "{\"status\":402,\"reason\":\"card_declined\"}");
      case UNREADABLE -> answer(call, 400, "{\"status\":400,\"reason\":\"malformed_request\"}");
      case OUTAGE -> answer(call, 503, "{\"status\":503}");
      case PROTOCOL_ERROR -> answer(call, 409, "{\"status\":409,\"detail\":\"a secret\"}");
      case HANGING -> hang(call);
      case CRASH_AFTER_CHARGE -> {
        long before = entries(orderId(request));
        String receipt = receipt(call, "chargeId", request);
        if (before == 0) {
          call.close();
        } else {
          answer(call, 201, receipt);
        }
      }
      default -> answer(call, 201, receipt(call, "chargeId", request));
    }
  }

  private void refund(HttpExchange call) throws IOException {
    answer(call, 201, receipt(call, "refundId", read(call)));
  }

  private JsonNode read(HttpExchange call) throws IOException {
    JsonNode request = EventJson.mapper().readTree(call.getRequestBody());
    calls.add(orderId(request));
    return request;
  }

  /** The same key gets the same receipt, and only its first use is an entry in the books. */
  private String receipt(HttpExchange call, String field, JsonNode request) {
    return receipts.computeIfAbsent(
        call.getRequestHeaders().getFirst("Idempotency-Key"),
        key -> {
          books.add(orderId(request));
          return "{\"%s\":\"%s\"}".formatted(field, "no-" + books.size());
        });
  }

  private static String orderId(JsonNode request) {
    return request.path("orderId").asText();
  }

  private void hang(HttpExchange call) {
    try {
      stopping.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    call.close();
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
