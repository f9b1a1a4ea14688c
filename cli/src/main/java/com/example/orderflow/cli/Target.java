package com.example.orderflow.cli;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.Addresses;
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

  @Override
  void close();
}
