package com.example.orderflow.cli;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.Addresses;
import com.example.orderflow.loadtester.processes.PlatformProbe;
import java.net.URI;
import java.util.List;

/** The platform that a command works with, wherever it runs. */
interface Target extends AutoCloseable {

  Addresses addresses();

  /** The wirings that it can run orders through. */
  List<Wiring> wirings(OrderApi api);

  /** Where the order API answers. */
  default URI api() {
    return addresses()
        .api()
        .orElseThrow(() -> new IllegalStateException("the order service is not there"));
  }

  /** What its processes use; nothing is known of those of a cluster. */
  default PlatformProbe probe() {
    return PlatformProbe.none();
  }

  /** What Ctrl-C does while the platform can still be reached; also done at the end. */
  default void onInterrupt(Runnable action) {
    Runtime.getRuntime().addShutdownHook(new Thread(action, "interrupted"));
  }

  @Override
  void close();
}
