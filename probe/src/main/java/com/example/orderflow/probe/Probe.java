package com.example.orderflow.probe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** An instance of a Knative Service: asks the desk how to answer, and whether it is ready. */
final class Probe {
  private final URI desk;
  private final String service;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Probe(URI desk, String service) {
    this.desk = desk;
    this.service = service;
  }

  void serve(HttpServer server) {
    server.createContext("/ready", Exchange.handler(this::ready));
    server.createContext("/", Exchange.handler(this::answer));
  }

  private void ready(HttpExchange exchange) throws IOException, InterruptedException {
    HttpRequest question = HttpRequest.newBuilder(desk.resolve("/closed/" + service)).build();
    int status = client.send(question, BodyHandlers.discarding()).statusCode();
    Exchange.give(exchange, Answer.status(status));
  }

  private void answer(HttpExchange exchange) throws IOException, InterruptedException {
    byte[] call = Exchange.JSON.writeValueAsBytes(Exchange.call(exchange, service, ""));
    Answer answer = Exchange.JSON.readValue(tell("/asked", call), Answer.class);
    Thread.sleep(answer.afterMillis());
    // Before the answer: whoever gets it may send the next request at once.
    tell("/done", call);
    Exchange.give(exchange, answer.after(0));
  }

  private byte[] tell(String path, byte[] call) throws IOException, InterruptedException {
    HttpResponse<byte[]> said =
        client.send(
            HttpRequest.newBuilder(desk.resolve(path))
                .POST(BodyPublishers.ofByteArray(call))
                .build(),
            BodyHandlers.ofByteArray());
    if (said.statusCode() >= 300) {
      throw new IOException("desk: %d for %s".formatted(said.statusCode(), path));
    }
    return said.body();
  }
}
