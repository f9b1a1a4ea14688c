package com.example.orderflow.cli;

import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.coldstart.Candidate;
import com.example.orderflow.localplatform.process.StartupCache;
import com.example.orderflow.localplatform.serving.BuiltFunction;
import com.example.orderflow.localplatform.serving.Variant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The functions in each way in which they are built.
 *
 * @param missing the ways in which they are not, each with what builds it
 */
record FunctionPrograms(List<Candidate> found, List<String> missing) {
  /** Nobody listens there, and nobody has to: the first connection would be made by an event. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none",
          "DATABASE_USERNAME", "nobody",
          "DATABASE_PASSWORD", "none",
          "PAYMENT_GATEWAY_URL", "http://127.0.0.1:1",
          "CARRIER_URL", "http://127.0.0.1:1");

  private static final String ORDER =
      """
      {"orderId": "cold-start", "customerId": "17850", "currency": "GBP", "destination": {"country": "GB"},
       "paymentToken": "tok_ok", "lines": [{"sku": "85123A", "quantity": 6, "unitPrice": 255}]}""";

  /**
   * @param logs a folder for their output
   * @throws IllegalStateException when none is built
   */
  static FunctionPrograms in(Path home, Path logs) throws IOException, InterruptedException {
    List<Candidate> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    StartupCache cache = StartupCache.in(home, StartupCache.Use.READ);
    for (String name : BuiltFunction.names(home)) {
      BuiltFunction function = new BuiltFunction(home, name, cache);
      for (Variant variant : Variant.values()) {
        try {
          found.add(candidate(function, variant, logs));
        } catch (IOException notBuilt) {
          missing.add(notBuilt.getMessage());
        }
      }
    }
    if (found.isEmpty()) {
      throw new IllegalStateException(
          "no function is built in %s; run mvn package there".formatted(home));
    }
    return new FunctionPrograms(found, missing);
  }

  private static Candidate candidate(BuiltFunction function, Variant variant, Path logs)
      throws IOException, InterruptedException {
    return new Candidate(
        function.name(),
        variant.title(),
        function.checked(variant),
        ENVIRONMENT,
        FunctionPrograms::request,
        diskMb(function.parts(variant)),
        logs.resolve(function.name() + ".log"));
  }

  private static double diskMb(List<Path> parts) throws IOException {
    long bytes = 0;
    for (Path part : parts) {
      try (Stream<Path> files = Files.walk(part)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          bytes += Files.size(file);
        }
      }
    }
    return bytes / 1e6;
  }

  private static HttpRequest request(int port) {
    EventType type = EventType.ORDER_CREATED;
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
        .header("content-type", "application/json")
        .header("ce-specversion", "1.0")
        .header("ce-type", type.type())
        .header("ce-source", type.source())
        .header("ce-id", "cold-start")
        .header("ce-subject", "cold-start")
        .header("ce-partitionkey", "cold-start")
        .header("ce-time", "2026-01-01T12:00:00Z")
        .header("ce-dataschema", type.dataSchema())
        .POST(BodyPublishers.ofString(ORDER))
        .build();
  }
}
