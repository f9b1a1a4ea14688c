package com.example.orderflow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.example.orderflow.events.Violation;
import com.example.orderflow.events.Wiring;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the orchestration service about orders. */
final class OrderApi {
  /** The most orders that it gives at once. */
  private static final int LARGEST_PAGE = 500;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final HttpClient http;
  private final URI service;

  OrderApi(HttpClient http, URI service) {
    this.http = http;
    this.service = service;
  }

  /**
   * An order as the service lists it.
   *
   * @param customerId null when the order names none
   */
  record OrderLine(
      String orderId,
      Wiring wiring,
      String state,
      String customerId,
      Instant acceptedAt,
      Instant updatedAt,
      boolean conflict,
      boolean deadLettered) {}

  /**
   * What happened to an order.
   *
   * @param kind {@code event}, or {@code mark} for what the service notes
   * @param causationId null when nothing caused it
   * @param data of an event
   * @param note of a mark
   */
  record Entry(
      String kind,
      String type,
      String source,
      String id,
      Instant time,
      String causationId,
      JsonNode data,
      String note) {}

  /**
   * An order with an event that could not be delivered, and no end.
   *
   * @param since when that was
   * @param replayable whether the service can send it again
   */
  record DeadLetter(
      String orderId,
      Wiring wiring,
      String state,
      Instant since,
      String reason,
      boolean replayable) {}

  /** Why a request was refused. */
  private record Problem(String detail, List<Violation> violations) {
    @Override
    public String toString() {
      return violations == null
          ? detail
          : violations.stream()
              .map(
                  broken ->
                      "%s: %s is not %s".formatted(broken.field(), broken.value(), broken.rule()))
              .collect(Collectors.joining("; "));
    }
  }

  /** One of the pages of a list; without {@code next} it is the last one. */
  private sealed interface Page<T> {
    List<T> rows();

    String next();
  }

  private record OrderPage(List<OrderLine> orders, String next) implements Page<OrderLine> {
    @Override
    public List<OrderLine> rows() {
      return orders;
    }
  }

  private record DeskPage(List<DeadLetter> deadLetters, String next) implements Page<DeadLetter> {
    @Override
    public List<DeadLetter> rows() {
      return deadLetters;
    }
  }

  private record Timeline(List<Entry> entries) {}

  /**
   * The newest orders.
   *
   * @param filter further parameters of the list
   */
  List<OrderLine> orders(List<String> filter, int limit) {
    return list("/orders", filter, limit, OrderPage.class);
  }

  /** The orders on the dead-letter desk, the newest first. */
  List<DeadLetter> deadLetters(int limit) {
    return list("/dead-letters", List.of(), limit, DeskPage.class);
  }

  /**
   * Sends an order again that is on the dead-letter desk.
   *
   * @return why not; empty when it is on its way
   */
  Optional<String> replay(String orderId) {
    String path = "/dead-letters/" + segment(orderId) + "/replay";
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(service.resolve(path)).POST(BodyPublishers.noBody()));
    return answer.statusCode() == 202 ? Optional.empty() : Optional.of(problem(answer).toString());
  }

  /** Empty when nobody knows the order. */
  Optional<OrderLine> order(String orderId) {
    HttpResponse<String> answer = get("/orders/" + segment(orderId));
    return answer.statusCode() == 404
        ? Optional.empty()
        : Optional.of(read(answer, OrderLine.class));
  }

  /** Causes before their effects. */
  List<Entry> timeline(String orderId) {
    return read(get("/orders/" + segment(orderId) + "/events"), Timeline.class).entries();
  }

  /** Sends orders again that have not moved for a while. */
  void sweep() {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(service.resolve("/sweeps")).POST(BodyPublishers.noBody()));
    if (answer.statusCode() != 204) {
      throw new IllegalStateException(
          "the order service answers %d to a sweep: %s"
              .formatted(answer.statusCode(), answer.body()));
    }
  }

  /** The wirings that the service has: it names the parameter in what is no order anyway. */
  List<Wiring> wirings() {
    return Arrays.stream(Wiring.values()).filter(this::has).toList();
  }

  private boolean has(Wiring wiring) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve("/orders?wiring=" + wiring.id()))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString("{}"));
    String answer = send(request).body();
    try {
      return !JSON.readTree(answer).findValuesAsText("field").contains("wiring");
    } catch (IOException e) {
      throw new UncheckedIOException("no answer of the order API: " + answer, e);
    }
  }

  private <T> List<T> list(
      String path, List<String> filter, int limit, Class<? extends Page<T>> type) {
    List<T> rows = new ArrayList<>();
    String next = null;
    do {
      List<String> all = new ArrayList<>(filter);
      all.add("limit=" + Math.min(limit - rows.size(), LARGEST_PAGE));
      if (next != null) {
        all.add("after=" + next);
      }
      Page<T> page = read(get(path + "?" + String.join("&", all)), type);
      rows.addAll(page.rows());
      next = page.next();
    } while (next != null && rows.size() < limit);
    return rows;
  }

  /** Of a path: whatever somebody types as an order's id. */
  private static String segment(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(service.resolve(path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("the order API does not answer at " + service, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + service, e);
    }
  }

  private static <T> T read(HttpResponse<String> answer, Class<T> type) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "the order API answers %d: %s".formatted(answer.statusCode(), problem(answer)));
    }
    return document(answer, type);
  }

  private static Problem problem(HttpResponse<String> answer) {
    return document(answer, Problem.class);
  }

  private static <T> T document(HttpResponse<String> answer, Class<T> type) {
    try {
      return JSON.readValue(answer.body(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(answer.uri() + " answers what is not understood", e);
    }
  }
}
