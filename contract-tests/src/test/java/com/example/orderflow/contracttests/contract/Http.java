package com.example.orderflow.contracttests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Requests as any client sends them. */
final class Http {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Longer than a pod takes to start on a busy machine. */
  private static final Duration TIMEOUT = Duration.ofSeconds(120);

  private Http() {}

  record Response(int status, String body) {
    JsonNode json() {
      return parsed(body);
    }
  }

  static CompletableFuture<Response> sendAsync(
      String method, URI uri, Map<String, String> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return CLIENT.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(Http::response);
  }

  static Response send(String method, URI uri, Map<String, String> headers, String body) {
    return sendAsync(method, uri, headers, body).join();
  }

  static Response get(URI uri) {
    return send("GET", uri, Map.of(), "");
  }

  static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  private static Response response(HttpResponse<String> response) {
    return new Response(response.statusCode(), response.body());
  }
}
