package com.example.orderflow.cli;

import com.example.orderflow.events.Wiring;
import com.example.orderflow.loadtester.Addresses;
import com.example.orderflow.loadtester.ApiAddresses;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A platform of which only two addresses are known, such as a pod of the cluster has them.
 *
 * @param order the order service
 * @param sandbox null when there is none, or none that can be reached: then nobody witnesses
 *     charges
 */
record AddressTarget(URI order, URI sandbox) implements Target {

  @Override
  public Addresses addresses() {
    return new ApiAddresses(() -> Optional.of(order), () -> Optional.ofNullable(sandbox));
  }

  @Override
  public List<Wiring> wirings(OrderApi api) {
    return api.wirings();
  }

  @Override
  public void close() {
    // there is nothing to give back
  }
}
