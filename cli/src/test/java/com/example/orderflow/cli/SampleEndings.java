package com.example.orderflow.cli;

import com.example.orderflow.events.EventJson;
import com.example.orderflow.loadtester.reading.Expected;
import com.example.orderflow.loadtester.reading.JsonOrderFile;
import com.example.orderflow.loadtester.reading.Orders;
import com.example.orderflow.loadtester.reading.OutgoingOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Whether a program that answers with the end of an order ends the samples as they should. */
final class SampleEndings {
  private static final ObjectMapper JSON = EventJson.mapper();

  private SampleEndings() {}

  /**
   * All at once, since some wait for a gateway that is slow or out.
   *
   * @throws IllegalStateException with what a sample ended as instead
   */
  static void check(Path samples, URI orders) throws IOException {
    Map<OutgoingOrder, CompletableFuture<HttpResponse<byte[]>>> answers = new LinkedHashMap<>();
    try (HttpClient http = HttpClient.newHttpClient();
        Orders file = JsonOrderFile.read(samples).orders()) {
      file.forEachRemaining(
          order ->
              answers.put(
                  order, http.sendAsync(request(order, orders), BodyHandlers.ofByteArray())));
      for (Map.Entry<OutgoingOrder, CompletableFuture<HttpResponse<byte[]>>> answer :
          answers.entrySet()) {
        check(answer.getKey(), JSON.readTree(answer.getValue().join().body()));
      }
    }
  }

  private static HttpRequest request(OutgoingOrder order, URI orders) {
    return HttpRequest.newBuilder(orders)
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(order.data()))
        .build();
  }

  private static void check(OutgoingOrder order, JsonNode answer) {
    Expected expected = order.expected().orElseThrow();
    TreeSet<String> rules = new TreeSet<>();
    answer.path("violations").forEach(violation -> rules.add(violation.path("field").asText()));
    boolean same =
        answer.path("state").asText().equals(expected.outcome().json())
            && rules.equals(expected.rules())
            && (expected.reason() == null
                || answer.path("reason").asText().equals(expected.reason()));
    if (!same) {
      throw new IllegalStateException(
          "%s has to end as %s, but the answer is %s".formatted(order.orderId(), expected, answer));
    }
  }
}
