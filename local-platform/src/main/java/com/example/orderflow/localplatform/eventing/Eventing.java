package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Brokers, Triggers and KafkaSinks, running.
 *
 * <pre>
 *   HTTP ─► {@link Ingress} ─► topic of the Broker ─► {@link TriggerConsumer} ─► subscriber
 *                                 ▲                        │    │
 *                                 └──────── reply ─────────┘    └─► dead letter sink
 * </pre>
 *
 * <p>All state is in Kafka: topics and committed offsets. Nothing is lost when this process dies at
 * any instant; what was in flight comes again.
 */
public final class Eventing implements AutoCloseable {
  /** Every Trigger may have its slots filled with calls to one and the same host. */
  private static final int CONNECTIONS_PER_HOST = 5 * Courier.SLOTS;

  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

  private final Publisher publisher;
  private final HttpClient client;
  private final Ingress ingress;
  private final DeliveryLog log = new DeliveryLog();
  private final List<TriggerConsumer> triggers = new ArrayList<>();

  private Eventing(Publisher publisher, HttpClient client, Directory directory) {
    this.publisher = publisher;
    this.client = client;
    this.ingress = new Ingress(directory.inlets());
  }

  /**
   * Makes missing topics, and starts. Kafka must answer.
   *
   * @param services finds the Destination of a Knative Service
   * @throws IllegalArgumentException if a Trigger names a Broker or KafkaSink that is not given
   */
  public static Eventing start(
      Vertx vertx,
      String bootstrapServers,
      List<BrokerSpec> brokers,
      List<TriggerSpec> triggers,
      List<KafkaSinkSpec> sinks,
      Function<Address.ServiceAddress, Destination> services) {
    var clock = InstantSource.system();
    var outage = new KafkaOutage(bootstrapServers, clock);
    var publisher = new Publisher(vertx, bootstrapServers, outage);
    var client = vertx.createHttpClient(clientOptions());
    var directory = new Directory(client, publisher, brokers, sinks, services);
    var eventing = new Eventing(publisher, client, directory);
    try (var topics = new Topics(bootstrapServers)) {
      var routes = triggers.stream().map(directory::route).toList();
      topics.create(partitionsByTopic(brokers, sinks));
      for (var route : routes) {
        var partitions = topics.partitions(directory.brokerOf(route.trigger()).topic());
        topics.startAtEnd(route.trigger().group(), partitions);
        eventing.triggers.add(
            new TriggerConsumer(
                vertx, route, bootstrapServers, partitions, outage, eventing.log, clock));
      }
      return eventing;
    } catch (RuntimeException e) {
      eventing.close();
      throw e;
    }
  }

  /** Takes events at {@code /namespace/broker}. */
  public Handler<HttpServerRequest> ingress() {
    return ingress;
  }

  /** What the Triggers are doing now, and what they did last. */
  public Deliveries deliveries() {
    return log.snapshot();
  }

  /** Waits for what is in flight, commits, and lets go of Kafka. Close the HTTP server first. */
  @Override
  public void close() {
    triggers.forEach(TriggerConsumer::stop);
    triggers.forEach(TriggerConsumer::close);
    publisher.close();
    client.close();
  }

  private static Map<String, Integer> partitionsByTopic(
      List<BrokerSpec> brokers, List<KafkaSinkSpec> sinks) {
    var partitions = new HashMap<String, Integer>();
    brokers.forEach(broker -> partitions.put(broker.topic(), broker.partitions()));
    sinks.forEach(sink -> partitions.put(sink.topic(), sink.partitions()));
    return partitions;
  }

  private static HttpClientOptions clientOptions() {
    return new HttpClientOptions()
        .setMaxPoolSize(CONNECTIONS_PER_HOST)
        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
  }
}
