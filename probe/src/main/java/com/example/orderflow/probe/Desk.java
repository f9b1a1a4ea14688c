package com.example.orderflow.probe;

import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where tests say what shall be answered, and read what came.
 *
 * <pre>
 *   POST   /answers/KEY/PLACE     the next answers, for requests of that key at that place
 *   GET    /calls/KEY             the requests of that key, in order
 *   GET    /readiness/SERVICE     how often its probes have asked whether they are ready
 *   ANY    /probe/…               a request to answer
 *   POST   /asked, /done          a probe got a request; it has answered it
 *   PUT    /closed/SERVICE        its probes are not ready; DELETE: they are; GET: 503 or 200
 *   ANY    /send/HOST/PATH        is sent to http://HOST/PATH
 * </pre>
 */
final class Desk {
  private static final byte[] NOTHING = {};

  private final Book book = new Book();
  private final Set<String> closed = ConcurrentHashMap.newKeySet();

  void serve(HttpServer server) {
    server.createContext("/answers/", Exchange.handler(this::answers));
    server.createContext("/calls/", Exchange.handler(this::calls));
    server.createContext("/probe/", Exchange.handler(this::probe));
    server.createContext("/asked", Exchange.handler(this::asked));
    server.createContext("/done", Exchange.handler(this::done));
    server.createContext("/readiness/", Exchange.handler(this::readiness));
    server.createContext("/closed/", Exchange.handler(this::closed));
    server.createContext("/send/", Exchange.handler(new Relay()::send));
    server.createContext("/ready", Exchange.handler(exchange -> empty(exchange, 200)));
  }

  private void answers(HttpExchange exchange) throws IOException {
    String[] path = path(exchange);
    book.answer(
        path[0],
        path.length > 1 ? path[1] : "",
        Exchange.JSON.readValue(exchange.getRequestBody(), new TypeReference<List<Answer>>() {}));
    empty(exchange, 204);
  }

  private void calls(HttpExchange exchange) throws IOException {
    Exchange.json(exchange, book.calls(path(exchange)[0]));
  }

  private void probe(HttpExchange exchange) throws IOException, InterruptedException {
    Call call = Exchange.call(exchange, Call.DESK, "/probe");
    Answer answer = book.arrives(call, System.currentTimeMillis());
    try {
      Exchange.give(exchange, answer);
    } finally {
      book.isAnswered(call);
    }
  }

  private void asked(HttpExchange exchange) throws IOException {
    Exchange.json(exchange, book.arrives(sent(exchange), System.currentTimeMillis()));
  }

  private void done(HttpExchange exchange) throws IOException {
    book.isAnswered(sent(exchange));
    empty(exchange, 204);
  }

  private static Call sent(HttpExchange exchange) throws IOException {
    return Exchange.JSON.readValue(exchange.getRequestBody(), Call.class);
  }

  private void readiness(HttpExchange exchange) throws IOException {
    Exchange.json(exchange, book.timesAsked(path(exchange)[0]));
  }

  private void closed(HttpExchange exchange) throws IOException {
    String service = path(exchange)[0];
    switch (exchange.getRequestMethod()) {
      case "PUT" -> closed.add(service);
      case "DELETE" -> closed.remove(service);
      default -> book.isAsked(service);
    }
    empty(exchange, closed.contains(service) ? 503 : 200);
  }

  /** What follows the part that led here. */
  private static String[] path(HttpExchange exchange) {
    String[] all = exchange.getRequestURI().getPath().substring(1).split("/");
    return Arrays.copyOfRange(all, 1, all.length);
  }

  private static void empty(HttpExchange exchange, int status) throws IOException {
    Exchange.write(exchange, status, Map.of(), NOTHING);
  }
}
