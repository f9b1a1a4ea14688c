package com.example.orderflow.localplatform.eventing;

import com.example.orderflow.localplatform.eventing.Address.BrokerAddress;
import com.example.orderflow.localplatform.eventing.Address.KafkaSinkAddress;
import com.example.orderflow.localplatform.eventing.Address.ServiceAddress;
import com.example.orderflow.localplatform.eventing.Address.UriAddress;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Who is behind an address. Brokers and sinks are found by {@code namespace/name}. */
final class Directory {
  private final HttpClient client;
  private final Function<ServiceAddress, Destination> services;
  private final Map<String, BrokerSpec> brokers = new HashMap<>();
  private final Map<String, BrokerInlet> inlets = new HashMap<>();
  private final Map<String, Destination> sinks = new HashMap<>();

  Directory(
      HttpClient client,
      Publisher publisher,
      List<BrokerSpec> brokers,
      List<KafkaSinkSpec> sinks,
      Function<ServiceAddress, Destination> services) {
    this.client = client;
    this.services = services;
    for (var broker : brokers) {
      var key = key(broker.namespace(), broker.name());
      this.brokers.put(key, broker);
      inlets.put(key, new BrokerInlet(broker.name(), new KafkaTopic(broker.topic(), publisher)));
    }
    for (var sink : sinks) {
      var topic = new KafkaTopic(sink.topic(), publisher);
      this.sinks.put(
          key(sink.namespace(), sink.name()),
          (delivery, timeout) -> topic.write(delivery.event(), 0));
    }
  }

  /** Where the ingress sends events. */
  Map<String, BrokerInlet> inlets() {
    return inlets;
  }

  BrokerSpec brokerOf(TriggerSpec trigger) {
    return found("Broker", brokers, trigger.namespace(), trigger.broker());
  }

  Route route(TriggerSpec trigger) {
    var broker = brokerOf(trigger);
    var delivery = trigger.delivery().orElse(broker.delivery());
    return new Route(
        trigger,
        delivery,
        found("Broker", inlets, trigger.namespace(), trigger.broker()),
        stop(trigger.namespace(), trigger.subscriber()),
        delivery.deadLetterSink().map(sink -> stop(trigger.namespace(), sink)));
  }

  private Route.Stop stop(String namespace, Address address) {
    return switch (address) {
      case ServiceAddress service ->
          new Route.Stop(services.apply(service), service.uri(namespace), service.path());
      case BrokerAddress(String name) ->
          new Route.Stop(found("Broker", inlets, namespace, name), address.uri(namespace), "/");
      case KafkaSinkAddress(String name) ->
          new Route.Stop(found("KafkaSink", sinks, namespace, name), address.uri(namespace), "/");
      case UriAddress(URI uri) ->
          new Route.Stop(
              new HttpDestination(client, uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort()),
              uri,
              pathAndQuery(uri));
    };
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
