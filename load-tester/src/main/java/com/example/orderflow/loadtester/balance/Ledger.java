package com.example.orderflow.loadtester.balance;

import com.example.orderflow.events.EventJson;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Reads the ledger of the sandbox, page by page. */
public final class Ledger {
  private static final ObjectMapper MAPPER = EventJson.mapper();
  private static final int PAGE = 10_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient client;
  private final URI sandbox;

  public Ledger(HttpClient client, URI sandbox) {
    this.client = client;
    this.sandbox = sandbox;
  }

  /** Hands over every entry, from the first to the last. */
  public void read(Consumer<LedgerEntry> handler) throws IOException, InterruptedException {
    Long after = 0L;
    while (after != null) {
      Page page = page(after);
      page.entries().forEach(handler);
      after = page.entries().isEmpty() ? null : page.next();
    }
  }

  /**
   * @param next what to ask for next; null at the end
   */
  private record Page(@JsonProperty(required = true) List<LedgerEntry> entries, Long next) {}

  private Page page(long after) throws IOException, InterruptedException {
    URI page = sandbox.resolve("/ledger?after=%d&limit=%d".formatted(after, PAGE));
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(page).timeout(TIMEOUT).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("%s answered %d".formatted(page, answer.statusCode()));
    }
    return MAPPER.readValue(answer.body(), Page.class);
  }
}
