package com.example.orderflow.orchestration;

import com.example.orderflow.events.EventIds;
import com.example.orderflow.events.EventType;
import com.example.orderflow.events.Extension;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.core.message.MessageWriter;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The three functions at one address, as far as the service sees them: they answer in the mode in
 * which they are asked, and do nothing. The order's id says what becomes of it: {@code …-rejected},
 * {@code …-unshippable}, {@code …-wrong} (400), {@code …-mended} (400 once), {@code …-flaky} (503
 * once); any other ships.
 */
final class Functions {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Functions::thread);
  private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

  private Functions(HttpServer server) {
    this.server = server;
  }

  static Functions start() throws IOException {
    Functions functions =
        new Functions(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    functions.server.createContext("/", functions::answer);
    functions.server.setExecutor(functions.threads);
    functions.server.start();
    return functions;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Map<String, String> environment() {
    String url = address() + "/";
    return Map.of("VALIDATE_ORDER_URL", url, "PROCESS_PAYMENT_URL", url, "SHIP_ORDER_URL", url);
  }

  void stop() {
    server.stop(0);
    threads.close();
  }

  /**
   * The SDK looks for its JSON format through the class loader of the thread that needs it first,
   * and never again; a test resource starts under another one than the service's.
   */
  private static Thread thread(Runnable task) {
    Thread thread = Thread.ofVirtual().unstarted(task);
    thread.setContextClassLoader(Functions.class.getClassLoader());
    return thread;
  }

  private void answer(HttpExchange exchange) throws IOException {
    MessageReader request =
        HttpMessageFactory.createReader(
            header ->
                exchange
                    .getRequestHeaders()
                    .forEach((name, all) -> header.accept(name, all.getFirst())),
            exchange.getRequestBody().readAllBytes());
    CloudEvent event = request.toEvent();
    String order = event.getSubject();
    if (order.endsWith("-wrong") || order.endsWith("-mended") && failedOnce.add(order)) {
      end(exchange, 400, "{\"title\":\"wrong\"}".getBytes());
    } else if (order.endsWith("-flaky") && failedOnce.add(order)) {
      end(exchange, 503, new byte[0]);
    } else {
      CloudEvent reply = reply(event, next(event, order));
      MessageWriter<?, ?> response =
          HttpMessageFactory.createWriter(
              exchange.getResponseHeaders()::add, body -> end(exchange, 200, body));
      if (request.getEncoding() == Encoding.STRUCTURED) {
        response.writeStructured(reply, JsonFormat.CONTENT_TYPE);
      } else {
        response.writeBinary(reply);
      }
    }
  }

  private static EventType next(CloudEvent event, String order) {
    EventType type = EventType.of(event.getType()).orElseThrow();
    return switch (type) {
      case ORDER_CREATED ->
          order.endsWith("-rejected") ? EventType.ORDER_REJECTED : EventType.ORDER_VALIDATED;
      case ORDER_VALIDATED -> EventType.PAYMENT_COMPLETED;
      case PAYMENT_COMPLETED ->
          order.endsWith("-unshippable") ? EventType.SHIPMENT_FAILED : EventType.ORDER_SHIPPED;
      case SHIPMENT_FAILED -> EventType.PAYMENT_REFUNDED;
      default -> throw new IllegalArgumentException("no function handles " + type);
    };
  }

  private static CloudEvent reply(CloudEvent cause, EventType type) {
    return CloudEventBuilder.v1(cause)
        .withId(EventIds.ofReply(cause.getSource().toString(), cause.getId(), type))
        .withSource(URI.create(type.source()))
        .withType(type.type())
        .withDataSchema(URI.create(type.dataSchema()))
        .withExtension(Extension.CAUSATION_ID, cause.getId())
        .build();
  }

  private static void end(HttpExchange exchange, int status, byte[] body) {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
