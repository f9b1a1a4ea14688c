package com.example.orderflow.orchestration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Wiring;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FunctionClientTest {
  private static final CloudEvent CREATED =
      new AcceptedOrder("order-1", Wiring.CHAIN, Instant.EPOCH, null, bytes("{\"a\":1}")).created();

  private HttpServer function;

  @BeforeEach
  void listen() throws IOException {
    function = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    function.start();
  }

  @AfterEach
  void stop() {
    function.stop(0);
  }

  @Test
  void anEventGoesOutInBinaryModeAndItsReplyComesBack() throws Exception {
    theFunction(
        exchange -> {
          String subject = exchange.getRequestHeaders().getFirst("ce-subject");
          exchange.getResponseHeaders().add("ce-specversion", "1.0");
          exchange.getResponseHeaders().add("ce-id", "2");
          exchange.getResponseHeaders().add("ce-source", "validate-order");
          exchange.getResponseHeaders().add("ce-type", EventType.Name.ORDER_VALIDATED);
          exchange.getResponseHeaders().add("ce-subject", subject);
          exchange.getResponseHeaders().add("content-type", "application/json");
          answer(exchange, 200, exchange.getRequestBody().readAllBytes());
        });

    Attempt attempt = call();

    assertThat(attempt).isInstanceOf(Attempt.Replied.class);
    CloudEvent reply = ((Attempt.Replied) attempt).event();
    assertThat(reply.getType()).isEqualTo(EventType.Name.ORDER_VALIDATED);
    assertThat(reply.getSubject()).isEqualTo("order-1");
    assertThat(reply.getData().toBytes()).isEqualTo(bytes("{\"a\":1}"));
  }

  @Test
  void aRefusalKeepsItsStatusAndItsReason() throws Exception {
    theFunction(exchange -> answer(exchange, 422, bytes("no")));

    Attempt attempt = call();

    assertThat(attempt)
        .isInstanceOfSatisfying(
            Attempt.Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(422);
              assertThat(refused.body()).isEqualTo(bytes("no"));
            });
  }

  @Test
  void aGoodStatusWithoutAnEventIsNoReply() throws Exception {
    theFunction(exchange -> answer(exchange, 200, bytes("hello")));

    assertThat(call()).isInstanceOf(Attempt.Refused.class);
  }

  @Test
  void whoDoesNotAnswerInTimeIsSilent() throws Exception {
    theFunction(exchange -> {});

    assertThat(call()).isEqualTo(new Attempt.Silent());
  }

  private Attempt call() throws InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + function.getAddress().getPort() + "/");
    return new FunctionClient(Duration.ofMillis(500)).call(url, CREATED);
  }

  private void theFunction(HttpHandler handler) {
    function.createContext("/", handler);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
