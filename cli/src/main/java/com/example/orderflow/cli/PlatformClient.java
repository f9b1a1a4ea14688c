package com.example.orderflow.cli;

import com.example.orderflow.localplatform.PlatformAddresses;
import com.example.orderflow.localplatform.PlatformStatus;
import com.example.orderflow.localplatform.eventing.Deliveries;
import com.example.orderflow.localplatform.serving.Variant;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Asks a running platform about itself. */
final class PlatformClient {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** What a function has begun may take its timeout. */
  private static final Duration SWITCHED = Duration.ofMinutes(2);

  private static final int NO_CONTENT = 204;

  private final PlatformAddresses addresses;

  PlatformClient(PlatformAddresses addresses) {
    this.addresses = addresses;
  }

  PlatformStatus status() {
    return get("/platform/status", PlatformStatus.class);
  }

  /** What the Triggers do, and did, with the events of an order. */
  Deliveries deliveries(String order) {
    return get(
        "/platform/deliveries?subject=" + URLEncoder.encode(order, StandardCharsets.UTF_8),
        Deliveries.class);
  }

  /**
   * Lets its functions be those of another build; returns when none is left of the one before.
   *
   * @param variant empty for what was built last
   * @throws IllegalStateException when they are not built so; says how to build them
   */
  void use(Optional<Variant> variant) {
    URI uri =
        addresses
            .http()
            .resolve("/platform/functions" + variant.map(one -> "?variant=" + one.id()).orElse(""));
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(uri).PUT(BodyPublishers.noBody()).timeout(SWITCHED).build());
    if (answer.statusCode() != NO_CONTENT) {
      throw new IllegalStateException(answer.body());
    }
  }

  /** As the platform itself writes it. */
  static String json(Object document) throws JsonProcessingException {
    return JSON.writeValueAsString(document);
  }

  private <T> T get(String path, Class<T> type) {
    URI uri = addresses.http().resolve(path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
    try {
      return JSON.readValue(send(request).body(), type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("not what a platform answers at " + uri, e);
    }
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("the platform does not answer at " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + request.uri(), e);
    }
  }
}
