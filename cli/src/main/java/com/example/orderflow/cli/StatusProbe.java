package com.example.orderflow.cli;

import com.example.orderflow.loadtester.processes.PlatformProbe;
import com.example.orderflow.localplatform.PlatformAddresses;
import com.example.orderflow.localplatform.PlatformStatus;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at a platform by asking for its status. */
record StatusProbe(Supplier<Optional<PlatformAddresses>> platform) implements PlatformProbe {

  @Override
  public Optional<Look> look() {
    try {
      return platform.get().map(addresses -> look(new PlatformClient(addresses).status()));
    } catch (UncheckedIOException restarting) {
      return Optional.empty();
    }
  }

  private static Look look(PlatformStatus status) {
    return new Look(
        status.processes().stream()
            .map(process -> new Process(process.name(), process.pid(), process.memoryBytes()))
            .toList(),
        status.services().stream()
            .collect(
                Collectors.toMap(
                    PlatformStatus.Service::name, PlatformStatus.Service::starts, (a, b) -> a)));
  }
}
