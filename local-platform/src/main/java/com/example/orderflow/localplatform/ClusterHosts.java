package com.example.orderflow.localplatform;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where {@code SERVICE.NAMESPACE.svc.cluster.local} is on this machine; there are no other hosts.
 */
record ClusterHosts(String namespace, Set<String> services, Function<String, URI> addresses)
    implements Function<String, Optional<URI>> {

  @Override
  public Optional<URI> apply(String host) {
    String suffix = ".%s.svc.cluster.local".formatted(namespace);
    String service = host.endsWith(suffix) ? host.replace(suffix, "") : "";
    return services.contains(service) ? Optional.of(addresses.apply(service)) : Optional.empty();
  }
}
