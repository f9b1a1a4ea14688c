package com.example.orderflow.localplatform;

import com.example.orderflow.events.Channels;
import com.example.orderflow.localplatform.eventing.Eventing;
import com.example.orderflow.localplatform.manifest.Manifests;
import com.example.orderflow.localplatform.manifest.ServiceManifest;
import com.example.orderflow.localplatform.process.FreePorts;
import com.example.orderflow.localplatform.process.KafkaServer;
import com.example.orderflow.localplatform.process.PostgresServer;
import com.example.orderflow.localplatform.process.Processes;
import com.example.orderflow.localplatform.process.ServerNotice;
import com.example.orderflow.localplatform.serving.BuiltPrograms;
import com.example.orderflow.localplatform.serving.Service;
import com.example.orderflow.localplatform.serving.ServiceSpec;
import com.example.orderflow.localplatform.serving.Serving;
import com.example.orderflow.localplatform.serving.ServingNotice;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a cluster would run, on one machine.
 *
 * <pre>
 *            ┌──────────── this process ─────────────┐
 *  events ─► │ ingress ─► Eventing ─► Serving        │──► validate-order, process-payment, ship-order
 *            └──────────────│─────────────│──────────┘                 │             │
 *                           ▼             └──► sandbox ◄───────────────┴─────────────┤
 *                         Kafka                   └──────► PostgreSQL ◄──────────────┘
 * </pre>
 *
 * Started from left to right of the list in {@link #startParts}, stopped in reverse. All state is
 * in the data folder; a start on the folder of a platform that was killed finishes what it left.
 */
public final class LocalPlatform implements AutoCloseable {
  private final PlatformOptions options;
  private final PlatformListener listener;
  private final Parts parts;
  private PlatformAddresses addresses;

  private LocalPlatform(PlatformOptions options, PlatformListener listener) {
    this.options = options;
    this.listener = listener;
    this.parts = new Parts(listener);
  }

  /**
   * Starts everything, and returns when events are taken.
   *
   * @throws IllegalStateException when another platform holds the data folder
   * @throws com.example.orderflow.localplatform.manifest.ManifestException when the manifests say
   *     what the local platform does not interpret
   */
  public static LocalPlatform start(PlatformOptions options, PlatformListener listener) {
    LocalPlatform platform = new LocalPlatform(options, listener);
    try {
      platform.startParts();
      return platform;
    } catch (Exception e) {
      try {
        platform.close();
      } catch (RuntimeException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException("the platform did not start: " + e.getMessage(), e);
    }
  }

  public PlatformAddresses addresses() {
    return addresses;
  }

  /**
   * Stops everything, the last part first; goes on when a part fails, and reports every failure.
   */
  @Override
  public void close() {
    parts.stop();
  }

  /** Ends the processes that a killed platform left on this folder, and names them. */
  public static List<String> endLeftovers(DataFolder data) {
    try {
      return new Processes(data.folder()).endLeftovers();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startParts() throws Exception {
    Manifests manifests = Manifests.read(options.manifests());
    DataFolder data =
        parts.start("data folder", () -> DataFolder.claim(options.data()), DataFolder::close);
    endLeftovers(data)
        .forEach(name -> listener.trouble(name, "was left by a platform that was killed; ended"));
    FreePorts freePorts = new FreePorts();
    Ports ports = new Ports(freePorts, data.kept("ports"));
    int httpPort = options.port() == 0 ? ports.of("http") : ports.exactly("http", options.port());
    Processes processes = new Processes(data.folder());

    KafkaServer kafka = kafka(data, ports, processes);
    PostgresServer postgres = postgres(data, ports, processes);
    Databases databases = new Databases(options.migrations(), data.folder("passwords"));
    parts.startTogether(
        new Parts.Part("kafka", kafka::start, kafka::stop),
        new Parts.Part(
            "postgres",
            () -> {
              postgres.start();
              databases.setUp(postgres);
            },
            postgres::stop));

    Vertx vertx = parts.start("vertx", LocalPlatform::vertx, v -> await(v.close()));
    Serving serving =
        parts.start(
            "serving",
            () ->
                new Serving(
                    vertx,
                    processes,
                    freePorts,
                    new BuiltPrograms(options.home(), options.startupCache()),
                    this::notice),
            s -> await(s.stop()));
    LocalValues values = new LocalValues(databases, postgres, ports, manifests.serviceNames());
    Map<String, Service> services = new LinkedHashMap<>();
    for (ServiceManifest manifest : manifests.services()) {
      ServiceSpec spec = manifest.resolve(values);
      services.put(spec.name(), await(serving.start(spec, ports.of(spec.name()))));
    }
    Eventing eventing =
        parts.start(
            "eventing",
            () ->
                Eventing.start(
                    vertx,
                    kafka.bootstrapServers(),
                    manifests.brokers(),
                    manifests.triggers(),
                    manifests.kafkaSinks(),
                    address -> services.get(address.name())),
            Eventing::close);
    Census census = new Census(kafka, postgres, serving);
    PlatformHttp http =
        new PlatformHttp(vertx, census::status, eventing::deliveries, eventing.ingress());
    parts.start("http", () -> await(http.listen(httpPort)), server -> await(server.close()));

    addresses = addressesOf(manifests, httpPort, services, kafka, postgres);
    data.publish(addresses);
  }

  /**
   * Without WebSockets, which nobody speaks here: with them Vert.x answers an unknown version of
   * HTTP itself, with 501 and no reason.
   */
  private static Vertx vertx() {
    System.setProperty("vertx.disableWebsockets", "true");
    return Vertx.vertx();
  }

  private KafkaServer kafka(DataFolder data, Ports ports, Processes processes) {
    return new KafkaServer(
        processes,
        options.home().resolve("local-platform/kafka-server/target/lib"),
        options.startupCache(),
        data.folder("kafka"),
        ports.of("kafka"),
        ports.of("kafka-controller"),
        this::notice);
  }

  private PostgresServer postgres(DataFolder data, Ports ports, Processes processes) {
    return new PostgresServer(
        processes,
        options.home().resolve("local-platform/target/postgres"),
        data.folder("postgres"),
        ports.of("postgres"),
        this::notice);
  }

  private PlatformAddresses addressesOf(
      Manifests manifests,
      int httpPort,
      Map<String, Service> services,
      KafkaServer kafka,
      PostgresServer postgres) {
    URI http = URI.create("http://127.0.0.1:" + httpPort);
    Map<String, URI> uris = new TreeMap<>();
    services.forEach((name, service) -> uris.put(name, service.uri()));
    ProcessHandle self = ProcessHandle.current();
    return new PlatformAddresses(
        self.pid(),
        self.info().startInstant().orElseGet(Instant::now),
        http,
        http.resolve("/%s/%s".formatted(manifests.namespace(), Channels.BROKER)),
        uris,
        kafka.bootstrapServers(),
        postgres.jdbcUrl(""));
  }

  private void notice(ServerNotice notice) {
    listener.trouble(
        notice.server(),
        switch (notice) {
          case ServerNotice.Died(String server, List<String> lastLines, Duration restartIn) ->
              "ended; started again in %d ms".formatted(restartIn.toMillis());
          case ServerNotice.Restarted(String server, Duration took) ->
              "runs again, after %d ms".formatted(took.toMillis());
          case ServerNotice.RestartFailed(String server, String reason, Duration retryIn) ->
              "does not start: %s; tried again in %d ms".formatted(reason, retryIn.toMillis());
        });
  }

  private void notice(ServingNotice notice) {
    switch (notice) {
      case ServingNotice.Started(String service, long pid, Duration took) ->
          listener.started(service, took);
      case ServingNotice.Stopped(String service, long pid) -> {}
      case ServingNotice.Crashed crash ->
          listener.trouble(
              crash.service(),
              "%s; started again in %d ms%s"
                  .formatted(
                      crash.reason(),
                      crash.retryIn().toMillis(),
                      crash.looping() ? "\n    " + String.join("\n    ", crash.lastLines()) : ""));
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
