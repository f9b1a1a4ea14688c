package com.example.orderflow.cli;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.Addresses;
import com.example.orderflow.loadtester.processes.Killer;
import com.example.orderflow.loadtester.processes.PlatformProbe;
import com.example.orderflow.localplatform.serving.Variant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A platform on this machine. */
record LocalTarget(PlatformSession session) implements Target {
  private static final String PLATFORM = "platform";

  @Override
  public Addresses addresses() {
    return new SessionAddresses(session::addresses);
  }

  @Override
  public List<Wiring> wirings(OrderApi api) {
    return api.wirings();
  }

  @Override
  public PlatformProbe probe() {
    return new StatusProbe(session::addresses);
  }

  @Override
  public void useFunctions(Optional<Variant> variant) {
    session
        .addresses()
        .map(PlatformClient::new)
        .orElseThrow(() -> new IllegalStateException("the platform does not run any more"))
        .use(variant);
  }

  /** Also functions that rest, which orders start; not who started all of them. */
  @Override
  public List<String> processes() {
    return probe().look().stream()
        .flatMap(
            look ->
                Stream.concat(
                    look.starts().keySet().stream().sorted(),
                    look.processes().stream().map(PlatformProbe.Process::name)))
        .distinct()
        .filter(name -> !name.equals(PLATFORM))
        .toList();
  }

  @Override
  public Killer killer() {
    return name ->
        (int)
            probe().look().stream()
                .flatMap(look -> look.processes().stream())
                .filter(process -> process.name().equals(name))
                .flatMap(process -> ProcessHandle.of(process.pid()).stream())
                .filter(ProcessHandle::destroyForcibly)
                .count();
  }

  @Override
  public void onInterrupt(Runnable action) {
    session.onInterrupt(action);
  }

  @Override
  public void close() {
    session.close();
  }
}
