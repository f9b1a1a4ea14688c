package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.eventing.Address;
import com.example.orderflow.localplatform.eventing.BrokerSpec;
import com.example.orderflow.localplatform.eventing.DeliverySpec;
import com.example.orderflow.localplatform.eventing.EventingSpec;
import com.example.orderflow.localplatform.eventing.KafkaSinkSpec;
import com.example.orderflow.localplatform.eventing.KafkaSourceSpec;
import com.example.orderflow.localplatform.eventing.PingSourceSpec;
import com.example.orderflow.localplatform.eventing.SequenceSpec;
import com.example.orderflow.localplatform.eventing.TriggerSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One pass over the documents, in any order.
 *
 * <pre>
 *   document ─► by its kind ─► read ─┬─► what refers to a ConfigMap or Deployment: read at the end
 *                                    └─► whom it calls: is it there? asked at the end
 * </pre>
 */
final class ManifestPass {
  private final String namespace;
  private final List<BrokerSpec> brokers = new ArrayList<>();
  private final List<TriggerSpec> triggers = new ArrayList<>();
  private final List<KafkaSinkSpec> kafkaSinks = new ArrayList<>();
  private final List<SequenceSpec> sequences = new ArrayList<>();
  private final List<KafkaSourceSpec> kafkaSources = new ArrayList<>();
  private final List<PingSourceSpec> pingSources = new ArrayList<>();
  private final List<ServiceManifest> services = new ArrayList<>();
  private final List<DeploymentManifest> deployments = new ArrayList<>();
  private final Set<String> addressed = new HashSet<>();
  private final Map<String, Map<String, ManifestNode>> configMaps = new HashMap<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private final List<Runnable> checks = new ArrayList<>();
  private final EventingReader eventing;
  private final DeploymentReader deployment = new DeploymentReader();

  ManifestPass(String namespace) {
    this.namespace = namespace;
    this.eventing = new EventingReader(namespace, configMaps);
  }

  void document(ManifestNode document) {
    ManifestNode apiVersion = document.field("apiVersion");
    ManifestNode kind = document.field("kind");
    ManifestNode metadata = document.field("metadata");
    String name = metadata.field("name").text();
    metadata.accept("labels", "nothing selects by the labels of an object here");
    switch (apiVersion.text() + " " + kind.text()) {
      case "v1 Namespace" -> {}
      case "v1 ConfigMap" -> configMaps.put(name, document.field("data").entries());
      case "v1 Service" -> afterwards.add(() -> address(document, metadata, name));
      case "apps/v1 Deployment" -> add(document, deployment.deployment(document, name));
      case "eventing.knative.dev/v1 Broker" ->
          afterwards.add(() -> add(document, eventing.broker(document, metadata, name)));
      case "eventing.knative.dev/v1 Trigger" ->
          add(document, eventing.trigger(document, metadata, name));
      case "eventing.knative.dev/v1alpha1 KafkaSink" ->
          kafkaSinks.add(eventing.kafkaSink(document, name));
      case "flows.knative.dev/v1 Sequence" ->
          add(document, SequenceReader.read(document, namespace, name));
      case "sources.knative.dev/v1 KafkaSource" ->
          add(document, SourceReader.kafkaSource(document, namespace, name));
      case "sources.knative.dev/v1 PingSource" ->
          add(document, SourceReader.pingSource(document, namespace, name));
      case "serving.knative.dev/v1 Service" -> services.add(ServiceReader.read(document, name));
      default ->
          throw kind.refuse(
              "\"%s %s\" is not interpreted by the local platform"
                  .formatted(apiVersion.text(), kind.text()));
    }
    afterwards.add(metadata::refuseTheRest);
    afterwards.add(document::refuseTheRest);
  }

  Manifests finish() {
    afterwards.forEach(Runnable::run);
    checks.forEach(Runnable::run);
    return new Manifests(
        namespace,
        new EventingSpec(brokers, triggers, kafkaSinks, sequences, kafkaSources, pingSources),
        services,
        deployments);
  }

  private void add(ManifestNode document, BrokerSpec broker) {
    brokers.add(broker);
    require(document, broker.delivery());
  }

  private void add(ManifestNode document, TriggerSpec trigger) {
    triggers.add(trigger);
    require(document, new Address.BrokerAddress(trigger.broker()));
    require(document, trigger.subscriber());
    trigger.delivery().ifPresent(delivery -> require(document, delivery));
  }

  private void add(ManifestNode document, SequenceSpec sequence) {
    sequences.add(sequence);
    for (SequenceSpec.Step step : sequence.steps()) {
      require(document, step.subscriber());
      require(document, step.delivery());
    }
    sequence.reply().ifPresent(reply -> require(document, reply));
  }

  private void add(ManifestNode document, KafkaSourceSpec source) {
    kafkaSources.add(source);
    require(document, source.sink());
    require(document, source.delivery());
  }

  private void add(ManifestNode document, PingSourceSpec source) {
    pingSources.add(source);
    require(document, source.sink());
  }

  private void add(ManifestNode document, DeploymentManifest read) {
    deployments.add(read);
    checks.add(
        () -> {
          if (!addressed.contains(read.name())) {
            throw document.refuse(
                "no Service of the same name leads to Deployment \"%s\"".formatted(read.name()));
          }
        });
  }

  private void address(ManifestNode document, ManifestNode metadata, String name) {
    deployment.service(document, metadata, name);
    addressed.add(name);
  }

  private void require(ManifestNode document, DeliverySpec delivery) {
    delivery.deadLetterSink().ifPresent(sink -> require(document, sink));
  }

  private void require(ManifestNode document, Address address) {
    checks.add(
        () -> {
          if (!isKnown(address)) {
            throw document.refuse("refers to %s, which no manifest makes".formatted(address));
          }
        });
  }

  private boolean isKnown(Address address) {
    return switch (address) {
      case Address.ServiceAddress to ->
          addressed.contains(to.name())
              || services.stream().anyMatch(service -> service.spec().name().equals(to.name()));
      case Address.BrokerAddress to ->
          brokers.stream().anyMatch(broker -> broker.name().equals(to.name()));
      case Address.KafkaSinkAddress to ->
          kafkaSinks.stream().anyMatch(sink -> sink.name().equals(to.name()));
      case Address.SequenceAddress to ->
          sequences.stream().anyMatch(sequence -> sequence.name().equals(to.name()));
      case Address.UriAddress to -> true;
    };
  }
}
