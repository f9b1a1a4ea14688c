package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Node;
import com.example.orderflow.wiringcheck.manifest.Resource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is referred to and not there keeps a Trigger or source from ever becoming ready. */
final class ReferencesExist implements Rule {
  private static final Set<String> OF_EVENTING =
      Set.of("eventing.knative.dev", "flows.knative.dev", "sources.knative.dev");

  @Override
  public String id() {
    return "reference-to-nothing";
  }

  @Override
  public String sentence() {
    return "Subscribers, sinks, Brokers and ConfigMaps that are named exist.";
  }

  @Override
  public Stream<Finding> check(Manifests manifests) {
    return Stream.of(
            manifests.resources().stream()
                .filter(resource -> OF_EVENTING.contains(resource.group()))
                .flatMap(resource -> references(resource, manifests)),
            manifests.all(Kind.TRIGGER).flatMap(trigger -> broker(trigger, manifests)),
            Pod.all(manifests).flatMap(pod -> configuration(pod, manifests)))
        .flatMap(findings -> findings);
  }

  /** A ref into another namespace leads out of what is looked at here. */
  private Stream<Finding> references(Resource resource, Manifests manifests) {
    return resource
        .node()
        .all()
        .flatMap(node -> node.at("ref").stream())
        .filter(
            ref ->
                ref.text("namespace").isEmpty()
                    || ref.text("namespace").equals(resource.namespace()))
        .filter(
            ref ->
                manifests
                    .find(
                        ref.text("apiVersion").orElse(""),
                        ref.text("kind").orElse(""),
                        ref.text("name").orElse(""))
                    .isEmpty())
        .map(
            ref ->
                error(
                    ref.placeOf("name"),
                    "%s refers to %s \"%s\" of %s, which is not among the manifests"
                        .formatted(
                            resource,
                            ref.text("kind").orElse("no kind"),
                            ref.text("name").orElse(""),
                            ref.text("apiVersion").orElse("no apiVersion")),
                    "name one of: " + names(ref.text("kind").orElse(""), manifests)));
  }

  private Stream<Finding> broker(Resource trigger, Manifests manifests) {
    String broker = trigger.node().text("spec", "broker").orElse("");
    return manifests.find(Kind.BROKER, broker).isPresent()
        ? Stream.empty()
        : Stream.of(
            error(
                trigger.node().placeOf("spec", "broker"),
                "%s belongs to the Broker \"%s\", which is not among the manifests"
                    .formatted(trigger, broker),
                "name one of: " + names("Broker", manifests)));
  }

  private Stream<Finding> configuration(Pod pod, Manifests manifests) {
    return pod.spec()
        .all()
        .flatMap(node -> node.at("configMapKeyRef").stream())
        .filter(ref -> !isThere(ref, manifests))
        .map(
            ref ->
                error(
                    ref.placeOf("key"),
                    "%s reads the key \"%s\" of ConfigMap \"%s\", which is not there: its pods will not start"
                        .formatted(
                            pod.owner(), ref.text("key").orElse(""), ref.text("name").orElse("")),
                    "add the key, or name one of the ConfigMaps: "
                        + names("ConfigMap", manifests)));
  }

  private static boolean isThere(Node ref, Manifests manifests) {
    return manifests
        .find(Kind.CONFIG_MAP, ref.text("name").orElse(""))
        .flatMap(map -> map.node().at("data", ref.text("key").orElse("")))
        .isPresent();
  }

  private static String names(String kind, Manifests manifests) {
    String names =
        manifests.resources().stream()
            .filter(resource -> resource.kind().equals(kind))
            .map(Resource::name)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "(there is no %s)".formatted(kind) : names;
  }
}
