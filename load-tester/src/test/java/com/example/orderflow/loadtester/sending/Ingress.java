package com.example.orderflow.loadtester.sending;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/** An entrance that answers what a test wants, and keeps what it was sent. */
final class Ingress implements AutoCloseable {
  private final HttpServer server;
  private final IntUnaryOperator statusOfAttempt;
  private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
  private final AtomicInteger atOnce = new AtomicInteger();
  final AtomicInteger mostAtOnce = new AtomicInteger();
  final List<Map<String, String>> received = new CopyOnWriteArrayList<>();
  final List<String> bodies = new CopyOnWriteArrayList<>();

  /**
   * @param statusOfAttempt the status that the n-th attempt of an order gets, counted from 1
   */
  Ingress(IntUnaryOperator statusOfAttempt) {
    this.statusOfAttempt = statusOfAttempt;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  Optional<URI> address() {
    return Optional.of(
        URI.create(
            "http://127.0.0.1:%d/orderflow/orders".formatted(server.getAddress().getPort())));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    bodies.add(body);
    Map<String, String> headers = new ConcurrentHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    received.add(headers);
    int attempt = attempts.computeIfAbsent(body, order -> new AtomicInteger()).incrementAndGet();
    byte[] answer = "because".getBytes(StandardCharsets.UTF_8);
    atOnce.decrementAndGet();
    exchange.sendResponseHeaders(statusOfAttempt.applyAsInt(attempt), answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
