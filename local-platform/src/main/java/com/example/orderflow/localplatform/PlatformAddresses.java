package com.example.orderflow.localplatform;

import com.example.orderflow.localplatform.process.Processes;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * Where a running platform answers; kept as {@code platform.json} in its data folder.
 *
 * @param pid the process that runs the platform
 * @param startedAt when that process started; tells a recycled pid from the platform
 * @param http status and deliveries, under {@code /platform/}
 * @param broker takes events: POST a CloudEvent
 * @param services the Knative Services by name
 * @param kafka bootstrap servers
 * @param postgres JDBC address of the server, without a database
 */
public record PlatformAddresses(
    long pid,
    Instant startedAt,
    URI http,
    URI broker,
    Map<String, URI> services,
    String kafka,
    String postgres) {

  public PlatformAddresses {
    services = Map.copyOf(services);
  }

  /** Whether the process that wrote this still runs. */
  public boolean alive() {
    return Processes.isRunning(pid, startedAt);
  }
}
