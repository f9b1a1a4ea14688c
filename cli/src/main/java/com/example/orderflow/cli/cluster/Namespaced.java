package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.stream.Stream;

/** The parts that a namespace holds, whoever made them: Helm, kubectl or something else. */
public final class Namespaced {
  private static final List<Part> KINDS =
      List.of(
          new Part("apps/v1", "Deployment", ""),
          new Part("apps/v1", "StatefulSet", ""),
          new Part("serving.knative.dev/v1", "Service", ""),
          new Part("eventing.knative.dev/v1", "Broker", ""),
          new Part("eventing.knative.dev/v1", "Trigger", ""),
          new Part("eventing.knative.dev/v1alpha1", "KafkaSink", ""),
          new Part("flows.knative.dev/v1", "Sequence", ""),
          new Part("sources.knative.dev/v1", "KafkaSource", ""),
          new Part("sources.knative.dev/v1", "PingSource", ""));

  private Namespaced() {}

  public static List<Finding> checks(KubernetesClient client, String namespace) {
    Observed observed = new Observer(client, namespace, parts(client, namespace)).observe();
    return Stream.of(
            PartChecks.of(observed),
            SecretChecks.of(
                observed, secret -> client.secrets().inNamespace(namespace).withName(secret).get()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Part> parts(KubernetesClient client, String namespace) {
    return KINDS.stream()
        .filter(new Served(client))
        .flatMap(
            kind ->
                client
                    .genericKubernetesResources(kind.apiVersion(), kind.kind())
                    .inNamespace(namespace)
                    .list()
                    .getItems()
                    .stream()
                    .filter(Namespaced::isNobodysOwn)
                    .map(object -> new Part(kind.apiVersion(), kind.kind(), name(object))))
        .toList();
  }

  /** A revision has a Deployment of its own. */
  private static boolean isNobodysOwn(GenericKubernetesResource object) {
    return object.getMetadata().getOwnerReferences().isEmpty();
  }

  private static String name(HasMetadata object) {
    return object.getMetadata().getName();
  }
}
