package com.example.orderflow.contracttests.contract;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manifests of the suite in a cluster, as far as it has their kinds. */
final class Deployed {
  private static final String NAMESPACE = PlatformUnderContract.NAMESPACE;
  private static final Duration PATIENCE = Duration.ofSeconds(240);

  private final KubernetesClient client;
  private final Set<Engine> engines;

  private Deployed(KubernetesClient client, Set<Engine> engines) {
    this.client = client;
    this.engines = engines;
  }

  static Deployed of(KubernetesClient client) {
    List<CustomResourceDefinition> kinds =
        client.apiextensions().v1().customResourceDefinitions().list().getItems();
    Set<String> names =
        kinds.stream().map(kind -> kind.getMetadata().getName()).collect(Collectors.toSet());
    Deployed deployed =
        new Deployed(
            client,
            Arrays.stream(Engine.values())
                .filter(engine -> engine.isAmong(names))
                .collect(Collectors.toSet()));
    deployed.remove();
    List<HasMetadata> resources =
        Stream.of("platform", "argo")
            .flatMap(folder -> files(Contract.MANIFESTS.resolve(folder)))
            .flatMap(file -> deployed.read(file).stream())
            .filter(resource -> isServed(resource, kinds))
            .toList();
    resources.forEach(deployed::apply);
    resources.forEach(deployed::awaitReady);
    return deployed;
  }

  Set<Engine> engines() {
    return engines;
  }

  /** Where something of Knative takes events. */
  String address(String apiVersion, String kind, String name) {
    return client
        .genericKubernetesResources(apiVersion, kind)
        .inNamespace(NAMESPACE)
        .withName(name)
        .get()
        .get("status", "address", "url");
  }

  void remove() {
    client.namespaces().withName(NAMESPACE).delete();
    await("the namespace " + NAMESPACE + " to go")
        .atMost(PATIENCE)
        .until(() -> client.namespaces().withName(NAMESPACE).get() == null);
  }

  static boolean isReady(GenericKubernetesResource resource) {
    Number generation = resource.get("status", "observedGeneration");
    List<Map<String, Object>> conditions = resource.get("status", "conditions");
    return generation != null
        && generation.longValue() == resource.getMetadata().getGeneration()
        && conditions != null
        && conditions.stream()
            .anyMatch(
                condition ->
                    condition.get("type").equals("Ready")
                        && condition.get("status").equals("True"));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith("kustomization.yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<HasMetadata> read(Path file) {
    try (InputStream yaml = Files.newInputStream(file)) {
      return client.load(yaml).items();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A group with a dot is somebody's own, except those of Kubernetes. */
  private static boolean isServed(HasMetadata resource, List<CustomResourceDefinition> kinds) {
    String group = resource.getApiVersion().replaceFirst("/?[^/]*$", "");
    return !group.contains(".")
        || group.endsWith(".k8s.io")
        || kinds.stream()
            .map(CustomResourceDefinition::getSpec)
            .anyMatch(
                kind ->
                    kind.getGroup().equals(group)
                        && kind.getNames().getKind().equals(resource.getKind()));
  }

  private void apply(HasMetadata resource) {
    if (resource instanceof Namespace) {
      client.resource(resource).serverSideApply();
    } else {
      resource.getMetadata().setNamespace(NAMESPACE);
      client.resource(resource).inNamespace(NAMESPACE).serverSideApply();
    }
  }

  private void awaitReady(HasMetadata resource) {
    await("%s %s to be ready".formatted(resource.getKind(), resource.getMetadata().getName()))
        .atMost(PATIENCE)
        .ignoreException(KubernetesClientException.class)
        .until(() -> isUp(client.resource(resource).inNamespace(NAMESPACE).get()));
  }

  /** A WorkflowTemplate, a Role, a Secret are as soon as they are there. */
  private static boolean isUp(HasMetadata resource) {
    if (resource instanceof GenericKubernetesResource knative
        && knative.getApiVersion().contains(".knative.dev/")) {
      return isReady(knative);
    }
    return !Readiness.getInstance().isReadinessApplicable(resource)
        || Readiness.getInstance().isReady(resource);
  }
}
