package com.example.orderflow.cli;

import com.example.orderflow.localplatform.PlatformAddresses;
import com.example.orderflow.localplatform.PlatformStatus;
import com.example.orderflow.localplatform.eventing.Deliveries;
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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

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

  /** As the platform itself writes it. */
  static String json(Object document) throws JsonProcessingException {
    return JSON.writeValueAsString(document);
  }

  private <T> T get(String path, Class<T> type) {
    URI uri = addresses.http().resolve(path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
      return JSON.readValue(http.send(request, BodyHandlers.ofString()).body(), type);
    } catch (IOException e) {
      throw new UncheckedIOException("the platform does not answer at " + uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + uri, e);
    }
  }
}
