package com.example.orderflow.localplatform.serving;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A function for tests. Gates are files: a request to {@code /GATE} is answered when the file of
 * that name exists, so that a test decides when, and no clock does. With the variable {@code
 * READY_GATE} it is ready when that file exists; with {@code CRASH} it says why it crashes.
 */
final class TestProgram {
  private static final long POLL_NANOS = 5_000_000;
  private static final AtomicInteger AT_ONCE = new AtomicInteger();
  private static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();

  private TestProgram() {}

  public static void main(String[] arguments) throws IOException {
    String crash = System.getenv("CRASH");
    if (crash != null) {
      System.err.println(crash);
      System.exit(3);
    }
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(
                InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv("PORT"))),
            1_000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/ready", TestProgram::ready);
    server.createContext("/", TestProgram::work);
    server.start();
  }

  private static void ready(HttpExchange exchange) throws IOException {
    String gate = System.getenv("READY_GATE");
    answer(exchange, gate == null || isOpen(gate) ? 200 : 503, "");
  }

  private static void work(HttpExchange exchange) throws IOException {
    int now = AT_ONCE.incrementAndGet();
    MOST_AT_ONCE.accumulateAndGet(now, Math::max);
    byte[] body = exchange.getRequestBody().readAllBytes();
    String gate = exchange.getRequestURI().getPath().substring(1);
    while (!gate.isEmpty() && !isOpen(gate)) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    AT_ONCE.decrementAndGet();
    exchange.getResponseHeaders().set("pid", Long.toString(ProcessHandle.current().pid()));
    exchange.getResponseHeaders().set("most-at-once", MOST_AT_ONCE.toString());
    String type = exchange.getRequestHeaders().getFirst("ce-type");
    answer(exchange, 200, type == null ? new String(body, StandardCharsets.UTF_8) : type);
  }

  private static boolean isOpen(String gate) {
    return Files.exists(Path.of(System.getenv("GATES"), gate));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
