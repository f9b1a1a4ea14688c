package com.example.orderflow.orchestration.stream;

import com.example.orderflow.orchestration.projection.Appended;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Puts the parts of the live updates together, and starts and ends them. */
@Singleton
public class Streams {
  /** So that clients who were away for long leave the database's connections to the orders. */
  private static final int READERS = 2;

  private final Clients clients = new Clients();
  private final StreamConfig config;
  private final StreamTable table;
  private final Ring ring;
  private final Tail tail;
  private final Vertx vertx;
  private final WorkerExecutor readers;

  /** A stream is a request that never ends, for which an orderly shutdown would wait in vain. */
  private final Thread atExit = new Thread(clients::end, "streams-end");

  Streams(StreamConfig config, StreamTable table, Vertx vertx, MeterRegistry metrics) {
    this.config = config;
    this.table = table;
    this.vertx = vertx;
    ring = new Ring(config.ringEntries());
    tail = new Tail(table, ring, clients, config);
    readers = vertx.createSharedWorkerExecutor("stream-reader", READERS);
    Gauge.builder("orderflow.stream.clients", clients, Clients::size).register(metrics);
  }

  /** How many clients are connected. */
  public int clients() {
    return clients.size();
  }

  public boolean areFull() {
    return clients.size() >= config.maxClients();
  }

  void open(EventStream stream, HttpServerResponse response) {
    Client client = new Client(stream, response, vertx.getOrCreateContext(), ring, table, readers);
    response.closeHandler(closed -> clients.remove(client));
    client.start();
    clients.add(client);
    if (response.closed()) {
      clients.remove(client);
    }
    tail.signal();
  }

  void start(@Observes StartupEvent startup) {
    tail.start();
    vertx.setPeriodic(config.heartbeat().toMillis(), beat -> clients.beat(config.patience()));
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  void stop(@Observes ShutdownEvent shutdown) {
    tail.stop();
    clients.end();
  }

  void grown(@Observes Appended appended) {
    tail.signal();
  }
}
