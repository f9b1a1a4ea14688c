package com.example.orderflow.cli;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.Addresses;
import com.example.orderflow.loadtester.processes.Killer;
import com.example.orderflow.loadtester.processes.PlatformProbe;
import com.example.orderflow.localplatform.serving.Variant;
import java.net.URI;
import java.util.List;
import java.util.Optional;

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

  /**
   * Lets its functions be those of another build.
   *
   * @param variant empty for what was built last
   */
  default void useFunctions(Optional<Variant> variant) {
    throw new IllegalStateException("the functions of a deployed platform are what its images are");
  }

  /** What of it can be killed, by name. */
  default List<String> processes() {
    return List.of();
  }

  /** Ends processes of it, without a word. */
  default Killer killer() {
    throw new IllegalStateException(
        "where only addresses are known nothing can be killed; give --cluster");
  }

  /** What Ctrl-C does while the platform can still be reached; also done at the end. */
  default void onInterrupt(Runnable action) {
    Runtime.getRuntime().addShutdownHook(new Thread(action, "interrupted"));
  }

  @Override
  void close();
}
