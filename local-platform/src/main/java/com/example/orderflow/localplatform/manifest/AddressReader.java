package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.eventing.Address;
import java.net.URI;
import java.util.Optional;

/** Reads whom something calls: {@code ref}, {@code uri}, or both. */
final class AddressReader {

  private AddressReader() {}

  static Address read(ManifestNode destination) {
    Optional<ManifestNode> uri = destination.optional("uri");
    Optional<ManifestNode> ref = destination.optional("ref");
    destination.refuseTheRest();
    return of(destination, ref, uri);
  }

  /** For a destination that stands among other fields. */
  static Address readAmongOthers(ManifestNode step) {
    return of(step, step.optional("ref"), step.optional("uri"));
  }

  private static Address of(
      ManifestNode destination, Optional<ManifestNode> ref, Optional<ManifestNode> uri) {
    return ref.map(to -> reference(to, uri))
        .or(() -> uri.map(AddressReader::server))
        .orElseThrow(() -> destination.refuse("neither ref nor uri"));
  }

  private static Address server(ManifestNode uri) {
    try {
      return new Address.UriAddress(URI.create(uri.text()));
    } catch (IllegalArgumentException e) {
      throw uri.refuse(e.getMessage());
    }
  }

  private static Address reference(ManifestNode ref, Optional<ManifestNode> path) {
    ManifestNode kind = ref.field("kind");
    String name = ref.field("name").text();
    String apiVersion = ref.field("apiVersion").text();
    ref.refuseTheRest();
    Address address =
        switch (apiVersion + " " + kind.text()) {
          case "serving.knative.dev/v1 Service", "v1 Service" ->
              new Address.ServiceAddress(name, path.map(ManifestNode::text).orElse("/"));
          case "eventing.knative.dev/v1 Broker" -> new Address.BrokerAddress(name);
          case "eventing.knative.dev/v1alpha1 KafkaSink" -> new Address.KafkaSinkAddress(name);
          case "flows.knative.dev/v1 Sequence" -> new Address.SequenceAddress(name);
          default ->
              throw kind.refuse(
                  "\"%s %s\" is not interpreted by the local platform"
                      .formatted(apiVersion, kind.text()));
        };
    if (path.isPresent() && !(address instanceof Address.ServiceAddress)) {
      throw path.get().refuse("a %s has no paths".formatted(kind.text()));
    }
    return address;
  }
}
