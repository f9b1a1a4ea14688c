package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.eventing.BrokerSpec;
import com.example.orderflow.localplatform.eventing.DeliverySpec;
import com.example.orderflow.localplatform.eventing.KafkaSinkSpec;
import com.example.orderflow.localplatform.eventing.TriggerSpec;
import java.util.Map;

/** Reads {@code Broker}, {@code Trigger} and {@code KafkaSink} of one namespace. */
final class EventingReader {
  private static final String ORDER = "kafka.eventing.knative.dev/delivery.order";
  private static final String BROKER_CLASS = "eventing.knative.dev/broker.class";

  /** What Knative's Kafka broker takes when its ConfigMap says nothing. */
  private static final int DEFAULT_PARTITIONS = 10;

  private static final int MOST_PARTITIONS = 1_000;

  private final String namespace;
  private final Map<String, Map<String, ManifestNode>> configMaps;

  EventingReader(String namespace, Map<String, Map<String, ManifestNode>> configMaps) {
    this.namespace = namespace;
    this.configMaps = configMaps;
  }

  BrokerSpec broker(ManifestNode document, ManifestNode metadata, String name) {
    ManifestNode annotations = metadata.field("annotations");
    annotations.expect(BROKER_CLASS, "Kafka");
    annotations.refuseTheRest();
    ManifestNode spec = document.field("spec");
    int partitions = spec.optional("config").map(this::partitions).orElse(DEFAULT_PARTITIONS);
    DeliverySpec delivery =
        spec.optional("delivery").map(DeliveryReader::read).orElse(DeliverySpec.BROKER_DEFAULT);
    spec.refuseTheRest();
    return new BrokerSpec(namespace, name, partitions, delivery);
  }

  TriggerSpec trigger(ManifestNode document, ManifestNode metadata, String name) {
    metadata
        .optional("annotations")
        .ifPresent(
            annotations -> {
              annotations.expect(ORDER, "unordered");
              annotations.refuseTheRest();
            });
    ManifestNode spec = document.field("spec");
    TriggerSpec trigger =
        new TriggerSpec(
            namespace,
            name,
            spec.field("broker").text(),
            FilterReader.read(spec),
            AddressReader.read(spec.field("subscriber")),
            spec.optional("delivery").map(DeliveryReader::read));
    spec.refuseTheRest();
    return trigger;
  }

  KafkaSinkSpec kafkaSink(ManifestNode document, String name) {
    ManifestNode spec = document.field("spec");
    spec.accept("bootstrapServers", "the local platform has one Kafka");
    spec.accept("replicationFactor", "and that has one node");
    spec.optional("contentMode")
        .filter(mode -> !mode.text().equals("binary"))
        .ifPresent(
            mode -> {
              throw mode.refuse(
                  "\"%s\" is not interpreted; the local platform knows \"binary\""
                      .formatted(mode.text()));
            });
    KafkaSinkSpec sink =
        new KafkaSinkSpec(
            namespace,
            name,
            spec.field("topic").text(),
            spec.field("numPartitions").integer(1, MOST_PARTITIONS));
    spec.refuseTheRest();
    return sink;
  }

  private int partitions(ManifestNode config) {
    config.expect("apiVersion", "v1");
    config.expect("kind", "ConfigMap");
    config.expect("namespace", namespace);
    ManifestNode name = config.field("name");
    config.refuseTheRest();
    Map<String, ManifestNode> data = configMaps.get(name.text());
    if (data == null) {
      throw name.refuse("no ConfigMap \"%s\" among the manifests".formatted(name.text()));
    }
    ManifestNode partitions = data.get("default.topic.partitions");
    return partitions == null ? DEFAULT_PARTITIONS : partitions.integer(1, MOST_PARTITIONS);
  }
}
