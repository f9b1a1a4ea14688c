package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.eventing.Address;
import com.example.orderflow.localplatform.eventing.BackoffPolicy;
import com.example.orderflow.localplatform.eventing.BrokerSpec;
import com.example.orderflow.localplatform.eventing.DeliverySpec;
import com.example.orderflow.localplatform.eventing.KafkaSinkSpec;
import com.example.orderflow.localplatform.eventing.TriggerSpec;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** Reads {@code Broker}, {@code Trigger} and {@code KafkaSink} of one namespace. */
final class EventingReader {
  private static final String ORDER = "kafka.eventing.knative.dev/delivery.order";
  private static final String BROKER_CLASS = "eventing.knative.dev/broker.class";

  /** What Knative's Kafka broker takes when its ConfigMap says nothing. */
  private static final int DEFAULT_PARTITIONS = 10;

  private static final int MOST_PARTITIONS = 1_000;
  private static final int MOST_RETRIES = 1_000;

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
        spec.optional("delivery").map(this::delivery).orElse(DeliverySpec.BROKER_DEFAULT);
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
            address(spec.field("subscriber")),
            spec.optional("delivery").map(this::delivery));
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

  private DeliverySpec delivery(ManifestNode delivery) {
    DeliverySpec left = DeliverySpec.ONE_TRY;
    DeliverySpec read =
        new DeliverySpec(
            delivery.optional("retry").map(n -> n.integer(0, MOST_RETRIES)).orElse(left.retry()),
            delivery.optional("backoffPolicy").map(this::policy).orElse(left.policy()),
            delivery.optional("backoffDelay").map(this::duration).orElse(left.backoffDelay()),
            delivery.optional("timeout").map(this::duration).orElse(left.timeout()),
            delivery.optional("deadLetterSink").map(this::address));
    delivery.refuseTheRest();
    return read;
  }

  private BackoffPolicy policy(ManifestNode policy) {
    return switch (policy.text()) {
      case "exponential" -> BackoffPolicy.EXPONENTIAL;
      case "linear" -> BackoffPolicy.LINEAR;
      default ->
          throw policy.refuse("\"%s\" is not linear or exponential".formatted(policy.text()));
    };
  }

  private Duration duration(ManifestNode duration) {
    try {
      return Duration.parse(duration.text());
    } catch (DateTimeParseException e) {
      throw duration.refuse(
          "\"%s\" is no ISO 8601 duration such as PT0.2S".formatted(duration.text()));
    }
  }

  private Address address(ManifestNode destination) {
    Optional<ManifestNode> uri = destination.optional("uri");
    Optional<ManifestNode> ref = destination.optional("ref");
    destination.refuseTheRest();
    return ref.map(to -> reference(to, uri.map(ManifestNode::text).orElse("/")))
        .or(() -> uri.map(EventingReader::server))
        .orElseThrow(() -> destination.refuse("neither ref nor uri"));
  }

  private static Address server(ManifestNode uri) {
    try {
      return new Address.UriAddress(URI.create(uri.text()));
    } catch (IllegalArgumentException e) {
      throw uri.refuse(e.getMessage());
    }
  }

  private Address reference(ManifestNode ref, String path) {
    ManifestNode kind = ref.field("kind");
    String name = ref.field("name").text();
    String apiVersion = ref.field("apiVersion").text();
    ref.refuseTheRest();
    return switch (apiVersion + " " + kind.text()) {
      case "serving.knative.dev/v1 Service" -> new Address.ServiceAddress(name, path);
      case "eventing.knative.dev/v1 Broker" -> new Address.BrokerAddress(name);
      case "eventing.knative.dev/v1alpha1 KafkaSink" -> new Address.KafkaSinkAddress(name);
      default ->
          throw kind.refuse(
              "\"%s %s\" is not interpreted by the local platform"
                  .formatted(apiVersion, kind.text()));
    };
  }
}
