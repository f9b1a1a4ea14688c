package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.eventing.Address;
import com.example.orderflow.localplatform.eventing.BrokerSpec;
import com.example.orderflow.localplatform.eventing.KafkaSinkSpec;
import com.example.orderflow.localplatform.eventing.TriggerSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a folder of manifests deploys, as the local platform runs it. */
public record Manifests(
    String namespace,
    List<BrokerSpec> brokers,
    List<TriggerSpec> triggers,
    List<KafkaSinkSpec> kafkaSinks,
    List<ServiceManifest> services) {

  /**
   * Reads the resources of a {@code kustomization.yaml}.
   *
   * @throws ManifestException for whatever is not interpreted, with file, line and field
   */
  public static Manifests read(Path folder) {
    Kustomization kustomization = Kustomization.read(folder);
    Reading reading = new Reading(kustomization.namespace());
    List<ManifestNode> documents =
        kustomization.resources().stream()
            .flatMap(file -> ManifestNode.documents(file).stream())
            .toList();
    documents.forEach(reading::document);
    reading.afterwards.forEach(Runnable::run);
    return new Manifests(
        kustomization.namespace(),
        List.copyOf(reading.brokers),
        List.copyOf(reading.triggers),
        List.copyOf(reading.kafkaSinks),
        List.copyOf(reading.services));
  }

  public Set<String> serviceNames() {
    return services.stream().map(service -> service.spec().name()).collect(Collectors.toSet());
  }

  /** One pass over the documents; what refers to others is read afterwards. */
  private static final class Reading {
    private final String namespace;
    private final List<BrokerSpec> brokers = new ArrayList<>();
    private final List<TriggerSpec> triggers = new ArrayList<>();
    private final List<KafkaSinkSpec> kafkaSinks = new ArrayList<>();
    private final List<ServiceManifest> services = new ArrayList<>();
    private final Map<String, Map<String, ManifestNode>> configMaps = new HashMap<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final EventingReader eventing;

    Reading(String namespace) {
      this.namespace = namespace;
      this.eventing = new EventingReader(namespace, configMaps);
    }

    void document(ManifestNode document) {
      ManifestNode apiVersion = document.field("apiVersion");
      ManifestNode kind = document.field("kind");
      ManifestNode metadata = document.field("metadata");
      String name = metadata.field("name").text();
      metadata.accept("labels", "nothing selects by label here");
      switch (apiVersion.text() + " " + kind.text()) {
        case "v1 Namespace" -> {}
        case "v1 ConfigMap" -> configMaps.put(name, document.field("data").entries());
        case "eventing.knative.dev/v1 Broker" ->
            afterwards.add(() -> brokers.add(eventing.broker(document, metadata, name)));
        case "eventing.knative.dev/v1 Trigger" ->
            afterwards.add(() -> addTrigger(document, metadata, name));
        case "eventing.knative.dev/v1alpha1 KafkaSink" ->
            kafkaSinks.add(eventing.kafkaSink(document, name));
        case "serving.knative.dev/v1 Service" -> services.add(ServiceReader.read(document, name));
        default ->
            throw kind.refuse(
                "\"%s %s\" is not interpreted by the local platform"
                    .formatted(apiVersion.text(), kind.text()));
      }
      afterwards.add(metadata::refuseTheRest);
      afterwards.add(document::refuseTheRest);
    }

    private void addTrigger(ManifestNode document, ManifestNode metadata, String name) {
      TriggerSpec trigger = eventing.trigger(document, metadata, name);
      if (brokers.stream().noneMatch(broker -> broker.name().equals(trigger.broker()))) {
        throw document.refuse(
            "spec.broker: no Broker \"%s\" before it in namespace %s"
                .formatted(trigger.broker(), namespace));
      }
      known(document, trigger.subscriber());
      trigger.delivery().flatMap(d -> d.deadLetterSink()).ifPresent(to -> known(document, to));
      triggers.add(trigger);
    }

    private void known(ManifestNode document, Address address) {
      boolean known =
          switch (address) {
            case Address.ServiceAddress to ->
                services.stream().anyMatch(service -> service.spec().name().equals(to.name()));
            case Address.BrokerAddress to ->
                brokers.stream().anyMatch(broker -> broker.name().equals(to.name()));
            case Address.KafkaSinkAddress to ->
                kafkaSinks.stream().anyMatch(sink -> sink.name().equals(to.name()));
            case Address.UriAddress to -> true;
          };
      if (!known) {
        throw document.refuse("refers to %s, which no manifest makes".formatted(address));
      }
    }
  }
}
