package com.example.orderflow.localplatform.eventing;

import static java.util.Objects.requireNonNull;

/**
 * A KafkaSource of one topic, with unordered delivery.
 *
 * @param group the {@code consumerGroup}
 * @param fromEarliest {@code initialOffset}: whether a new group reads what is there already
 */
public record KafkaSourceSpec(
    String namespace,
    String name,
    String topic,
    String group,
    boolean fromEarliest,
    Address sink,
    DeliverySpec delivery) {

  /**
   * Of its topic, when it must be made: as many as a Broker has by default. On a cluster a
   * KafkaSource makes no topic, and is not ready until there is one.
   */
  public static final int PARTITIONS = 10;

  public KafkaSourceSpec {
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
    requireNonNull(topic, "topic");
    requireNonNull(group, "group");
    requireNonNull(sink, "sink");
    requireNonNull(delivery, "delivery");
  }

  /** The {@code source} of events that are made of records which are none. */
  String eventSource() {
    return "/apis/v1/namespaces/%s/kafkasources/%s#%s".formatted(namespace, name, topic);
  }
}
