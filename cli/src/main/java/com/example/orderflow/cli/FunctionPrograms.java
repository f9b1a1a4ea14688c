package com.example.orderflow.cli;

import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.coldstart.Candidate;
import com.example.orderflow.localplatform.process.StartupCache;
import com.example.orderflow.localplatform.serving.BuiltPrograms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The functions in each way in which they are built.
 *
 * @param missing the ways in which they are not, each with what builds it
 */
record FunctionPrograms(List<Candidate> found, List<String> missing) {
  private static final List<String> FUNCTIONS =
      List.of(
          EventType.Source.VALIDATE_ORDER,
          EventType.Source.PROCESS_PAYMENT,
          EventType.Source.SHIP_ORDER);

  /** Nobody listens there, and nobody has to: the first connection would be made by an event. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none",
          "DATABASE_USERNAME", "nobody",
          "DATABASE_PASSWORD", "none",
          "PAYMENT_GATEWAY_URL", "http://127.0.0.1:1",
          "CARRIER_URL", "http://127.0.0.1:1",
          "QUARKUS_OTEL_SDK_DISABLED", "true");

  private static final String ORDER =
      """
      {"orderId": "cold-start", "customerId": "17850", "currency": "GBP", "destination": {"country": "GB"},
       "paymentToken": "tok_ok", "lines": [{"sku": "85123A", "quantity": 6, "unitPrice": 255}]}""";

  /**
   * @param logs a folder for their output
   * @throws IllegalStateException when none is built
   */
  static FunctionPrograms in(Path home, Path logs) throws IOException {
    List<Candidate> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String function : FUNCTIONS) {
      Path target = home.resolve("functions").resolve(function).resolve("target");
      Path jar = target.resolve("quarkus-app/quarkus-run.jar");
      if (Files.exists(jar)) {
        List<String> plain = BuiltPrograms.function(jar, List.of());
        found.add(candidate(function, "JVM", plain, logs, jar.getParent()));
        StartupCache cache = StartupCache.in(home, StartupCache.Use.READ);
        List<String> cached = cache.read(function);
        if (cached.isEmpty()) {
          missing.add(function + ", JVM with a startup cache: run ./orderflow, which trains it");
        } else {
          found.add(
              candidate(
                  function,
                  "JVM, startup cache",
                  BuiltPrograms.function(jar, cached),
                  logs,
                  jar.getParent(),
                  cache.folder().resolve(function)));
        }
      }
      Optional<Path> binary = BuiltPrograms.binary(target);
      if (binary.isPresent()) {
        Path runner = binary.orElseThrow();
        found.add(candidate(function, "native", List.of(runner.toString()), logs, runner));
      } else {
        missing.add(
            "%s, native: mvn -Pnative package -DskipTests -pl functions/%s -am"
                .formatted(function, function));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalStateException(
          "no function is built in %s; run mvn package there".formatted(home));
    }
    return new FunctionPrograms(found, missing);
  }

  private static Candidate candidate(
      String function, String variant, List<String> command, Path logs, Path... parts)
      throws IOException {
    return new Candidate(
        function,
        variant,
        command,
        ENVIRONMENT,
        FunctionPrograms::request,
        diskMb(parts),
        logs.resolve(function + ".log"));
  }

  private static double diskMb(Path... parts) throws IOException {
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
