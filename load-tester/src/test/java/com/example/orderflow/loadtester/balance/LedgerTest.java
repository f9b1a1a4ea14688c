package com.example.orderflow.loadtester.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Map<String, String> PAGES =
      Map.of(
          "after=0&limit=10000",
          """
          {"entries":[{"sequence":1,"kind":"charge","orderId":"a","id":"ch_1","minorUnits":5,
          "currency":"GBP","at":"2026-01-01T12:00:00Z"},{"sequence":2,"kind":"booking","orderId":"a"}],
          "next":2}""",
          "after=2&limit=10000",
          """
          {"entries":[{"sequence":7,"kind":"charge","orderId":"b"}],"next":null}""");

  private HttpServer sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    sandbox.createContext(
        "/ledger",
        exchange -> {
          String page = PAGES.get(exchange.getRequestURI().getQuery());
          byte[] body = page.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    sandbox.start();
  }

  @AfterEach
  void stop() {
    sandbox.stop(0);
  }

  @Test
  void everyPageIsRead() throws Exception {
    List<LedgerEntry> entries = new ArrayList<>();

    ledger().read(entries::add);

    assertThat(entries)
        .containsExactly(
            new LedgerEntry(1, "charge", "a"),
            new LedgerEntry(2, "booking", "a"),
            new LedgerEntry(7, "charge", "b"));
  }

  @Test
  void anAnswerThatIsNoLedgerIsAFault() {
    sandbox.removeContext("/ledger");

    assertThatThrownBy(() -> ledger().read(entry -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/ledger?after=0&limit=10000 answered 404");
  }

  private Ledger ledger() {
    return new Ledger(
        HttpClient.newHttpClient(),
        URI.create("http://127.0.0.1:%d".formatted(sandbox.getAddress().getPort())));
  }
}
