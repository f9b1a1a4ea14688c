package com.example.orderflow.localplatform.eventing;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Brokers, Triggers, Sequences, sources and KafkaSinks, running.
 *
 * <pre>
 *                          KafkaSource: a topic
 *                                 │
 *   HTTP ─► {@link Ingress} ─► topic of the Broker ─► {@link Dispatcher} ─► subscriber
 *                                 ▲  or a channel          │    │
 *                                 └──────── reply ─────────┘    └─► dead letter sink
 * </pre>
 *
 * <p>All state is in Kafka: topics and committed offsets. Nothing is lost when this process dies at
 * any instant; what was in flight comes again.
 */
public final class Eventing implements AutoCloseable {
  /** Every route may have its slots filled with calls to one and the same host. */
  private static final int CONNECTIONS_PER_HOST = 5 * Courier.SLOTS;

  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

  private final Publisher publisher;
  private final HttpClient client;
  private final Ingress ingress;
  private final DeliveryLog log;
  private final Dispatchers dispatchers;
  private final List<PingSource> pingSources = new ArrayList<>();

  private Eventing(
      Publisher publisher,
      HttpClient client,
      Ingress ingress,
      DeliveryLog log,
      Dispatchers dispatchers) {
    this.publisher = publisher;
    this.client = client;
    this.ingress = ingress;
    this.log = log;
    this.dispatchers = dispatchers;
  }

  /** Makes the topics that are missing, before anybody writes to them or reads. */
  public static void createTopics(String bootstrapServers, EventingSpec spec) {
    try (var topics = new Topics(bootstrapServers)) {
      topics.create(spec.topics());
    }
  }

  /**
   * Starts. Kafka must answer, and have the topics.
   *
   * @param services finds the Destination of a Service
   * @throws IllegalArgumentException if something names a Broker, Sequence or KafkaSink that is not
   *     given
   */
  public static Eventing start(
      Vertx vertx,
      String bootstrapServers,
      EventingSpec spec,
      Function<Address.ServiceAddress, Destination> services) {
    var clock = InstantSource.system();
    var outage = new KafkaOutage(bootstrapServers, clock);
    var publisher = new Publisher(vertx, bootstrapServers, outage);
    var client = vertx.createHttpClient(clientOptions());
    var directory = new Directory(client, publisher, spec, services);
    var log = new DeliveryLog();
    var dispatchers = new Dispatchers(vertx, bootstrapServers, outage, log, clock);
    var eventing =
        new Eventing(publisher, client, new Ingress(directory.inlets()), log, dispatchers);
    try {
      dispatchers.start(Routes.of(spec, directory));
      for (var ping : spec.pingSources()) {
        var sink = directory.stop(ping.namespace(), ping.sink());
        eventing.pingSources.add(
            new PingSource(vertx, ping, sink, clock, () -> UUID.randomUUID().toString()));
      }
      eventing.pingSources.forEach(PingSource::start);
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

  /** What is being delivered now, and what was last. */
  public Deliveries deliveries() {
    return log.snapshot();
  }

  /** Waits for what is in flight, commits, and lets go of Kafka. Close the HTTP server first. */
  @Override
  public void close() {
    pingSources.forEach(PingSource::close);
    dispatchers.close();
    publisher.close();
    client.close();
  }

  private static HttpClientOptions clientOptions() {
    return new HttpClientOptions()
        .setMaxPoolSize(CONNECTIONS_PER_HOST)
        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
  }
}
