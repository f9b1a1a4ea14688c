package com.example.orderflow.localplatform;

import com.example.orderflow.events.Channels;
import com.example.orderflow.localplatform.eventing.Eventing;
import com.example.orderflow.localplatform.manifest.EnvValue;
import com.example.orderflow.localplatform.manifest.Manifests;
import com.example.orderflow.localplatform.process.KafkaServer;
import com.example.orderflow.localplatform.process.PostgresServer;
import com.example.orderflow.localplatform.process.Processes;
import com.example.orderflow.localplatform.process.ServerNotice;
import com.example.orderflow.localplatform.serving.Serving;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
 * Started from left to right of the list in {@link #startParts}, stopped in reverse. All state is in
 * the data folder; a start on the folder of a platform that was killed finishes what it left.
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

  /** Stops everything, the last part first; goes on when a part fails, and reports every failure. */
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
    Ports ports = new Ports(data.kept("ports"));
    int port = options.port() == 0 ? ports.of("http") : ports.exactly("http", options.port());
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
    Vertx vertx = parts.start("vertx", Vertx::vertx, v -> await(v.close()));
    Serving serving = parts.start("serving", () -> serving(), Serving::close);
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
                    serving::destination),
            Eventing::close);
    Supplier<PlatformStatus> status = () -> status(kafka, postgres, serving);
    PlatformHttp http = new PlatformHttp(vertx, status, eventing::deliveries, eventing.ingress());
    parts.start("http", () -> await(http.listen(port)), server -> await(server.close()));
    addresses =
        new PlatformAddresses();
    data.publish(addresses);
  }
  private void notice(ServerNotice notice) {
    listener.trouble(notice.server(), Notices.words(notice));
  }
}
