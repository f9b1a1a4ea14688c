package com.example.orderflow.cli;

import com.example.orderflow.loadtester.Addresses;
import com.example.orderflow.localplatform.PlatformAddresses;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** The platform of a session, as the load tester wants to know it; asked again after a fault. */
record SessionAddresses(Supplier<Optional<PlatformAddresses>> platform) implements Addresses {

  @Override
  public Optional<URI> api() {
    return platform.get().map(addresses -> addresses.services().get("orchestration"));
  }

  @Override
  public Optional<URI> ingress() {
    return platform.get().map(PlatformAddresses::broker);
  }

  @Override
  public Optional<String> kafka() {
    return platform.get().map(PlatformAddresses::kafka);
  }

  @Override
  public Optional<URI> sandbox() {
    return platform.get().map(addresses -> addresses.services().get("sandbox"));
  }

  @Override
  public Optional<URI> function(String name) {
    return platform.get().map(addresses -> addresses.services().get(name));
  }
}
