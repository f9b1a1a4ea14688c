package com.example.orderflow.localplatform;

import com.example.orderflow.localplatform.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Everything that a cluster would run, on one machine.
 *
 * <pre>
 *            ┌────────────── this process ──────────────┐
 *  events ─► │ ingress ─► Eventing ─► Serving           │──► validate-order, process-payment, ship-order
 *            └───────────│──▲───────────│───────────────┘                 │             │
 *                        ▼  │           └──► sandbox ◄────────────────────┴─────────────┤
 *  orders ─► orchestration ─► Kafka             └────────► PostgreSQL ◄─────────────────┘
 *                        └────────────────────────────────────▲
 * </pre>
 *
 * Started in the order of {@link Startup}, stopped in reverse. All state is in the data folder; a
 * start on the folder of a platform that was killed finishes what it left.
 */
public final class LocalPlatform implements AutoCloseable {
  private final Parts parts;
  private final Startup startup;
  private PlatformAddresses addresses;

  public LocalPlatform(PlatformOptions options, PlatformListener listener) {
    this.parts = new Parts(listener);
    this.startup = new Startup(options, listener, parts);
  }

  /**
   * Starts everything, and returns when events are taken. What a start that fails had started is
   * stopped; so does {@link #close}, which another thread may call meanwhile, and which makes the
   * start fail.
   *
   * @throws IllegalStateException when another platform holds the data folder
   * @throws com.example.orderflow.localplatform.manifest.ManifestException when the manifests say
   *     what the local platform does not interpret
   */
  public void start() {
    try {
      addresses = startup.run();
    } catch (Exception e) {
      try {
        close();
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
}
