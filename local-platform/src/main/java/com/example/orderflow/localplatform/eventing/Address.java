package com.example.orderflow.localplatform.eventing;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * Whom a Trigger, source or step calls: a {@code ref} to an object of its own namespace, or a plain
 * {@code uri}.
 */
public sealed interface Address {

  /**
   * The URI that Knative would resolve this address to. Nobody calls it here: it names the
   * subscriber in {@code knativeerrordest} exactly as a cluster does.
   */
  URI uri(String namespace);

  /**
   * A Service: one of Knative, or one of Kubernetes before a Deployment. They have no name in
   * common on a cluster, and the same address.
   *
   * @param path where in the service, {@code /} unless the manifest says otherwise ({@code ref} and
   *     {@code uri} together)
   */
  record ServiceAddress(String name, String path) implements Address {
    public ServiceAddress {
      requireNonNull(name, "name");
      path = path == null || path.isEmpty() ? "/" : path;
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException(
            "The path '%s' of service '%s' must start with '/'.".formatted(path, name));
      }
    }

    @Override
    public URI uri(String namespace) {
      return URI.create("http://%s.%s.svc.cluster.local%s".formatted(name, namespace, path));
    }
  }

  /** A Broker: what it is sent goes to its own Triggers. */
  record BrokerAddress(String name) implements Address {
    public BrokerAddress {
      requireNonNull(name, "name");
    }

    @Override
    public URI uri(String namespace) {
      return URI.create(
          "http://kafka-broker-ingress.knative-eventing.svc.cluster.local/%s/%s"
              .formatted(namespace, name));
    }
  }

  /** A KafkaSink: what it is sent is written to a topic. */
  record KafkaSinkAddress(String name) implements Address {
    public KafkaSinkAddress {
      requireNonNull(name, "name");
    }

    @Override
    public URI uri(String namespace) {
      return URI.create(
          "http://kafka-sink-ingress.knative-eventing.svc.cluster.local/%s/%s"
              .formatted(namespace, name));
    }
  }

  /** A Sequence: what it is sent goes to its first channel. */
  record SequenceAddress(String name) implements Address {
    public SequenceAddress {
      requireNonNull(name, "name");
    }

    @Override
    public URI uri(String namespace) {
      return SequenceSpec.channelUri(namespace, SequenceSpec.channel(name, 0));
    }
  }

  /** Any HTTP server. */
  record UriAddress(URI uri) implements Address {
    public UriAddress {
      if (uri.getHost() == null || !"http".equals(uri.getScheme())) {
        throw new IllegalArgumentException(
            "The subscriber '%s' must be an absolute http:// URI.".formatted(uri));
      }
    }

    @Override
    public URI uri(String namespace) {
      return uri;
    }
  }
}
