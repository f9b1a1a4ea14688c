package com.example.orderflow.localplatform.eventing;

import com.example.orderflow.localplatform.eventing.Address.BrokerAddress;
import com.example.orderflow.localplatform.eventing.Address.KafkaSinkAddress;
import com.example.orderflow.localplatform.eventing.Address.SequenceAddress;
import com.example.orderflow.localplatform.eventing.Address.ServiceAddress;
import com.example.orderflow.localplatform.eventing.Address.UriAddress;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Who is behind an address. Brokers, sinks and Sequences are found by {@code namespace/name}. */
final class Directory {
  private final HttpClient client;
  private final Publisher publisher;
  private final Function<ServiceAddress, Destination> services;
  private final Map<String, BrokerSpec> brokers = new HashMap<>();
  private final Map<String, Inlet> inlets = new HashMap<>();
  private final Map<String, Destination> sinks = new HashMap<>();
  private final Map<String, SequenceSpec> sequences = new HashMap<>();

  Directory(
      HttpClient client,
      Publisher publisher,
      EventingSpec spec,
      Function<ServiceAddress, Destination> services) {
    this.client = client;
    this.publisher = publisher;
    this.services = services;
    for (var broker : spec.brokers()) {
      var key = key(broker.namespace(), broker.name());
      brokers.put(key, broker);
      inlets.put(key, inlet("Broker " + broker.name(), broker.topic()));
    }
    for (var sink : spec.kafkaSinks()) {
      var topic = new KafkaTopic(sink.topic(), publisher);
      sinks.put(
          key(sink.namespace(), sink.name()),
          (delivery, timeout) -> topic.write(delivery.event(), 0));
    }
    for (var sequence : spec.sequences()) {
      sequences.put(key(sequence.namespace(), sequence.name()), sequence);
    }
  }

  /** Where the ingress sends events. */
  Map<String, Inlet> inlets() {
    return inlets;
  }

  BrokerSpec broker(String namespace, String name) {
    return found("Broker", brokers, namespace, name);
  }

  /** The channel before a step of a Sequence. */
  Route.Stop channel(SequenceSpec sequence, int step) {
    var name = SequenceSpec.channel(sequence.name(), step);
    return new Route.Stop(
        inlet("channel " + name, sequence.topic(step)),
        SequenceSpec.channelUri(sequence.namespace(), name),
        "/");
  }

  Route.Stop stop(String namespace, Address address) {
    return switch (address) {
      case ServiceAddress service ->
          new Route.Stop(services.apply(service), service.uri(namespace), service.path());
      case BrokerAddress(String name) ->
          new Route.Stop(found("Broker", inlets, namespace, name), address.uri(namespace), "/");
      case KafkaSinkAddress(String name) ->
          new Route.Stop(found("KafkaSink", sinks, namespace, name), address.uri(namespace), "/");
      case SequenceAddress(String name) ->
          channel(found("Sequence", sequences, namespace, name), 0);
      case UriAddress(URI uri) ->
          new Route.Stop(HttpDestination.at(client, uri), uri, pathAndQuery(uri));
    };
  }

  private Inlet inlet(String name, String topic) {
    return new Inlet(name, new KafkaTopic(topic, publisher));
  }

  private static String pathAndQuery(URI uri) {
    var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private static <T> T found(String kind, Map<String, T> all, String namespace, String name) {
    var found = all.get(key(namespace, name));
    if (found == null) {
      throw new IllegalArgumentException(
          "There is no %s '%s' in namespace '%s'; there are %s."
              .formatted(kind, name, namespace, all.keySet().stream().sorted().toList()));
    }
    return found;
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }
}
