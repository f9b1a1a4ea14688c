package com.example.orderflow.localplatform.eventing;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A Trigger.
 *
 * @param delivery empty when the manifest has no {@code delivery} at all: then the Broker's holds
 */
public record TriggerSpec(
    String namespace,
    String name,
    String broker,
    EventFilter filter,
    Address subscriber,
    Optional<DeliverySpec> delivery) {
  public TriggerSpec {
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
    requireNonNull(broker, "broker");
    requireNonNull(filter, "filter");
    requireNonNull(subscriber, "subscriber");
    requireNonNull(delivery, "delivery");
  }

  /** The consumer group behind the Trigger, named as on a cluster. */
  public String group() {
    return "knative-trigger-" + namespace + "-" + name;
  }
}
