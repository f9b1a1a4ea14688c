package com.example.orderflow.cli;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.Addresses;
import com.example.orderflow.loadtester.processes.PlatformProbe;
import java.util.List;

/** A platform on this machine. */
record LocalTarget(PlatformSession session) implements Target {

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
  public void onInterrupt(Runnable action) {
    session.onInterrupt(action);
  }

  @Override
  public void close() {
    session.close();
  }
}
