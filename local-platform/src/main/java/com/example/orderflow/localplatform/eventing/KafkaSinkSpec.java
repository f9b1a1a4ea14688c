package com.example.orderflow.localplatform.eventing;

import static java.util.Objects.requireNonNull;

/** A KafkaSink in binary mode. */
public record KafkaSinkSpec(String namespace, String name, String topic, int partitions) {
  public KafkaSinkSpec {
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
    requireNonNull(topic, "topic");
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "KafkaSink '%s' has %d partitions; it needs at least 1.".formatted(name, partitions));
    }
  }
}
