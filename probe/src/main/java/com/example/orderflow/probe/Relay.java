package com.example.orderflow.probe;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Sends on, from where the desk is, what a test has sent to the desk. */
final class Relay {
  /** Longer than anything that a platform is asked for. */
  private static final Duration TIMEOUT = Duration.ofSeconds(150);

  /** No platform answers so. */
  private static final int NO_ANSWER = 599;

  /** Those of the connection, which is another one. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "date",
          "host",
          "http2-settings",
          "transfer-encoding",
          "upgrade");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  void send(HttpExchange exchange) throws IOException, InterruptedException {
    URI asked = exchange.getRequestURI();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://" + asked.toString().substring("/send/".length())))
            .timeout(TIMEOUT)
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange.getRequestHeaders().entrySet().stream()
        .filter(header -> !OF_THE_CONNECTION.contains(header.getKey().toLowerCase()))
        .forEach(header -> header.getValue().forEach(v -> request.header(header.getKey(), v)));
    HttpResponse<byte[]> response;
    try {
      response = client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      byte[] reason = "%s: %s".formatted(request.build().uri(), e).getBytes(StandardCharsets.UTF_8);
      Exchange.write(exchange, NO_ANSWER, Map.of(), reason);
      return;
    }
    response.headers().map().entrySet().stream()
        .filter(header -> !OF_THE_CONNECTION.contains(header.getKey().toLowerCase()))
        .forEach(
            header ->
                header
                    .getValue()
                    .forEach(v -> exchange.getResponseHeaders().add(header.getKey(), v)));
    byte[] body = response.body();
    exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
