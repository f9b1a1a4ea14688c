package com.example.orderflow.localplatform.eventing;

import static java.util.Objects.requireNonNull;

/**
 * A Broker of the class Kafka.
 *
 * @param partitions of its topic, when it must be made
 * @param delivery for Triggers that state none, {@link DeliverySpec#BROKER_DEFAULT} if the manifest
 *     is silent
 */
public record BrokerSpec(String namespace, String name, int partitions, DeliverySpec delivery) {
  public BrokerSpec {
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
    requireNonNull(delivery, "delivery");
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "Broker '%s' has %d partitions; it needs at least 1.".formatted(name, partitions));
    }
  }

  /** The topic behind the Broker, named as on a cluster. */
  public String topic() {
    return "knative-broker-" + namespace + "-" + name;
  }
}
