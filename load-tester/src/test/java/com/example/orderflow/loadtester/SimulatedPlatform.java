package com.example.orderflow.loadtester;

import com.example.orderflow.events.Channels;
import com.example.orderflow.events.EventJson;
import com.example.orderflow.events.EventType;
import com.example.orderflow.loadtester.topics.Events;
import com.example.orderflow.loadtester.topics.SeenEvent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Takes orders over HTTP, ships them all at once, and writes so to a real Kafka. */
final class SimulatedPlatform implements Addresses, AutoCloseable {
  private final HttpServer server;
  private final KafkaProcess kafka;
  private final UnaryOperator<List<SeenEvent>> disturbance;
  private final List<String> ledger = new CopyOnWriteArrayList<>();
  private KafkaProducer<byte[], byte[]> producer;

  /**
   * @param disturbance turns the events of an order into those that are written
   */
  SimulatedPlatform(KafkaProcess kafka, UnaryOperator<List<SeenEvent>> disturbance)
      throws IOException {
    this.kafka = kafka;
    this.disturbance = disturbance;
    connect();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/orders", this::take);
    server.createContext("/ledger", this::showLedger);
    server.start();
  }

  /** To be called when Kafka has another address. */
  synchronized void connect() {
    if (producer != null) {
      producer.close(Duration.ZERO);
    }
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "max.block.ms", "2000",
                "request.timeout.ms", "1000",
                "delivery.timeout.ms", "2000"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @Override
  public Optional<URI> api() {
    return Optional.of(base());
  }

  /** Nobody posts to the Broker. */
  @Override
  public Optional<URI> ingress() {
    return Optional.empty();
  }

  @Override
  public Optional<String> kafka() {
    return Optional.of(kafka.bootstrapServers());
  }

  @Override
  public Optional<URI> sandbox() {
    return Optional.of(base());
  }

  @Override
  public void close() {
    server.stop(0);
    producer.close(Duration.ZERO);
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void take(HttpExchange exchange) throws IOException {
    String orderId =
        EventJson.mapper().readTree(exchange.getRequestBody()).path("orderId").textValue();
    int status = 202;
    try {
      for (SeenEvent event :
          disturbance.apply(
              Events.way(
                  orderId,
                  EventType.ORDER_VALIDATED,
                  EventType.PAYMENT_COMPLETED,
                  EventType.ORDER_SHIPPED))) {
        write(event);
      }
      note(orderId);
    } catch (Exception kafkaIsDown) {
      status = 503;
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void write(SeenEvent event) throws Exception {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            event.deadLetter().isPresent()
                ? Channels.DEAD_LETTERS_TOPIC
                : Channels.ORDER_EVENTS_TOPIC,
            bytes(event.orderId()),
            event.data());
    Map.of(
            "ce_specversion", "1.0",
            "ce_type", event.type(),
            "ce_source", event.source(),
            "ce_id", event.id(),
            "ce_subject", event.orderId(),
            "ce_causationid", event.causationId().orElse("none"),
            "content-type", "application/json")
        .forEach((name, value) -> record.headers().add(name, bytes(value)));
    KafkaProducer<byte[], byte[]> present;
    synchronized (this) {
      present = producer;
    }
    present.send(record).get(5, TimeUnit.SECONDS);
  }

  private synchronized void note(String orderId) {
    for (String kind : List.of("charge", "booking")) {
      String entry = "\"kind\":\"%s\",\"orderId\":\"%s\"}".formatted(kind, orderId);
      if (ledger.stream().noneMatch(line -> line.endsWith(entry))) {
        ledger.add("{\"sequence\":%d,%s".formatted(ledger.size() + 1, entry));
      }
    }
  }

  private void showLedger(HttpExchange exchange) throws IOException {
    byte[] page =
        bytes(
            ledger.stream().collect(Collectors.joining(",", "{\"entries\":[", "],\"next\":null}")));
    exchange.sendResponseHeaders(200, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
