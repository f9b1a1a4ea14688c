package com.example.orderflow.cli;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.sending.Entrance;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where {@code send} hands orders in: at most one of these. */
final class EntranceOptions {
  @Option(
      names = "--wiring",
      description =
          "How the functions are connected for these orders: broker, sequence, argo or chain (default: the service's, broker).")
  private Wiring wiring;

  @Option(
      names = "--to-broker",
      description =
          "Posts order.created to the Broker's ingress, past the order API; a CloudEvent keeps its id.")
  private boolean toBroker;

  Entrance entrance() {
    return toBroker ? new Entrance.Broker() : new Entrance.Api(Optional.ofNullable(wiring));
  }
}
