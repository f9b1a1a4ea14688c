package com.example.orderflow.loadtester.topics;

import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.EventType;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Follows orders by the stream of the order API, where Kafka cannot be reached.
 *
 * <pre>
 *   GET /orders/stream, after the last position ─► an order that we want has ended? ─► its timeline ─► handler
 *   └──── fault ◄────┘                            └─► any other step of it ─► handler
 * </pre>
 *
 * <p>It tells an event once, however often it was delivered: repeats are seen in Kafka only.
 */
public final class OrderStream extends EventFeed {
  private static final String DEAD_LETTER = "deadLetter";
  private static final String POSITION = "position";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Supplier<Optional<URI>> api;
  private final Predicate<String> wanted;
  private final Consumer<SeenEvent> handler;
  private long begin;
  private long position;

  /**
   * @param api looked up whenever the connection is lost; empty while the platform is not there
   * @param wanted the ids of orders that matter
   * @param handler called from the stream's thread, and from that of {@link #readBack}
   */
  public OrderStream(
      Supplier<Optional<URI>> api, Predicate<String> wanted, Consumer<SeenEvent> handler) {
    super("the order API", "order-stream");
    this.api = api;
    this.wanted = wanted;
    this.handler = handler;
  }

  @Override
  public boolean readBack() {
    try (BufferedReader lines = open(Optional.of(0L))) {
      long read = 0;
      while (read < begin) {
        read = next(lines, true);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    super.close();
    thread().interrupt();
    http.shutdownNow();
  }

  /** The stream begins with the position at which it stands. */
  @Override
  void noteEnd() throws IOException {
    try (BufferedReader lines = open(Optional.empty())) {
      begin = next(lines, false);
      position = begin;
    }
  }

  @Override
  void run() {
    while (!isClosed()) {
      try (BufferedReader lines = open(Optional.of(position))) {
        while (!isClosed()) {
          position = next(lines, true);
        }
      } catch (IOException | UncheckedIOException lost) {
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      super.close();
    }
  }

  /**
   * Reads to the end of one server-sent event.
   *
   * @return its id
   */
  private long next(BufferedReader lines, boolean hand) throws IOException {
    Optional<Long> id = Optional.empty();
    Optional<JsonNode> step = Optional.empty();
    while (true) {
      String line = lines.readLine();
      if (line == null) {
        throw new IOException("the stream broke off");
      }
      if (line.startsWith("id:")) {
        id = Optional.of(Long.valueOf(line.substring(3).strip()));
      } else if (line.startsWith("data:")) {
        step = Optional.of(EventJson.mapper().readTree(line.substring(5)));
      } else if (line.isEmpty() && id.isPresent()) {
        if (hand && step.isPresent()) {
          see(step.get());
        }
        return id.get();
      }
    }
  }

  private void see(JsonNode step) throws IOException {
    String orderId = step.path("orderId").asText();
    if (!wanted.test(orderId)) {
      return;
    }
    if (isLast(step.path("type").asText())) {
      timeline(orderId, step.path(POSITION).asLong());
    } else {
      handler.accept(TimelineEntries.step(step));
    }
  }

  private static boolean isLast(String type) {
    return type.equals(DEAD_LETTER) || EventType.of(type).flatMap(EventType::outcome).isPresent();
  }

  /** The stream tells no contents; the timeline does. */
  private void timeline(String orderId, long at) throws IOException {
    JsonNode entries =
        EventJson.mapper()
            .readTree(
                send("/orders/" + orderId + "/events", Optional.empty(), BodyHandlers.ofString())
                    .body())
            .path("entries");
    for (JsonNode entry : entries) {
      if (entry.path(POSITION).asLong() == at) {
        handler.accept(TimelineEntries.read(orderId, entry));
      }
    }
  }

  private BufferedReader open(Optional<Long> after) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            send("/orders/stream", after, BodyHandlers.ofInputStream()).body(),
            StandardCharsets.UTF_8));
  }

  private <T> HttpResponse<T> send(
      String path, Optional<Long> after, HttpResponse.BodyHandler<T> body) throws IOException {
    URI service = api.get().orElseThrow(() -> new IOException("the platform is not running"));
    URI address = service.resolve(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(TIMEOUT);
    after.ifPresent(id -> request.header("Last-Event-ID", Long.toString(id)));
    HttpResponse<T> answer = answer(request.build(), body);
    if (answer.statusCode() != 200) {
      throw new IOException("%s answers %d".formatted(address, answer.statusCode()));
    }
    return answer;
  }

  private <T> HttpResponse<T> answer(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException {
    try {
      return http.send(request, body);
    } catch (ConnectException e) {
      throw new IOException(request.uri() + ": nobody listens there", e);
    } catch (IOException e) {
      throw new IOException("%s: %s".formatted(request.uri(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
