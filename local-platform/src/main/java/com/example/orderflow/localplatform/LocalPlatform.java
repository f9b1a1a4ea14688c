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
  private PlatformAddresses addresses;

  private LocalPlatform(PlatformListener listener) {
    this.parts = new Parts(listener);
  }

  /**
   * Starts everything, and returns when events are taken. A program that is told to end meanwhile
   * stops what was started.
   *
   * @throws IllegalStateException when another platform holds the data folder
   * @throws com.example.orderflow.localplatform.manifest.ManifestException when the manifests say
   *     what the local platform does not interpret
   */
  public static LocalPlatform start(PlatformOptions options, PlatformListener listener) {
    LocalPlatform platform = new LocalPlatform(listener);
    Thread stop = new Thread(platform::close, "stop-starting-platform");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      platform.addresses = new Startup(options, listener, platform.parts).run();
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
    } finally {
      forget(stop);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException runsAlready) {
      // it stops the platform, and nobody waits for a started one any more
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
