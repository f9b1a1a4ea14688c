package com.example.orderflow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order service with a desk of three orders stands behind the command. */
class DeadLettersCommandTest {
  private static final String DESK =
      """
      {"deadLetters": [%s, %s, %s], "next": null}"""
          .formatted(letter("a-1", true), letter("a-2", true), letter("past-1", false));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> replayed = new ArrayList<>();
  private String desk = DESK;
  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/dead-letters", this::answer);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void eachOrderOfTheDeskIsListedWithItsReason() {
    assertThat(run("dead-letters")).isZero();

    assertThat(out.toString().lines())
        .hasSize(6)
        .first()
        .asString()
        .contains("chain", "validated", "a-1");
    assertThat(out.toString()).contains("\n    @|red down|@\n", "past-1  went past the order API");
    assertThat(err.toString()).contains("dead-letters replay ORDER");
  }

  @Test
  void anEmptyDeskSaysSo() {
    desk = "{\"deadLetters\": [], \"next\": null}";

    assertThat(run("dead-letters")).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("No order is on the dead-letter desk");
  }

  @Test
  void asJsonTheDeskIsAnArray() {
    assertThat(run("dead-letters", "--json")).isZero();

    assertThat(out.toString()).startsWith("[").contains("\"orderId\" : \"a-2\"");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void replayAllSendsAgainWhatCanBeSent() {
    assertThat(run("dead-letters", "replay", "--all")).isZero();

    assertThat(replayed).containsExactly("a-1", "a-2");
    assertThat(out.toString()).contains("2 of 2 sent again");
  }

  @Test
  void anOrderThatCannotBeReplayedIsNamedAndTheOthersAreSent() {
    assertThat(run("dead-letters", "replay", "past-1", "a-2")).isEqualTo(1);

    assertThat(replayed).containsExactly("a-2");
    assertThat(out.toString()).contains("not sent: past-1 is elsewhere", "1 of 2 sent again");
  }

  @Test
  void whateverIsTypedAsAnOrderIsAskedFor() {
    assertThat(run("dead-letters", "replay", "a+b c%")).isZero();
    assertThat(replayed).containsExactly("a+b c%");
  }

  @Test
  void replayWantsOrdersOrAll() {
    assertThat(run("dead-letters", "replay")).isEqualTo(2);
    assertThat(run("dead-letters", "replay", "a-1", "--all")).isEqualTo(2);
    assertThat(replayed).isEmpty();
  }

  private static String letter(String orderId, boolean replayable) {
    return """
    {"orderId": "%s", "wiring": "chain", "state": "validated", "acceptedAt": "2026-11-30T10:00:00Z",
     "since": "2026-11-30T10:07:00Z", "reason": "@|red down|@", "replayable": %s}"""
        .formatted(orderId, replayable);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/past-1/replay")) {
      end(exchange, 409, "{\"status\": 409, \"detail\": \"past-1 is elsewhere\"}");
    } else if (path.endsWith("/replay")) {
      replayed.add(path.split("/")[2]);
      end(exchange, 202, "");
    } else {
      end(exchange, 200, desk);
    }
  }

  private static void end(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--api", "http://127.0.0.1:" + service.getAddress().getPort()));
    return Orderflow.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
