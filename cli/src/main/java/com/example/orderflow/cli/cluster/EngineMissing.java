package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Kinds that the chart wants and the cluster does not know, by who would bring them. */
public final class EngineMissing {

  private record Engine(String name, Predicate<Part> brings, String next) {}

  private static final List<Engine> ENGINES =
      List.of(
          new Engine(
              "Knative Serving",
              part -> part.group().equals("serving.knative.dev"),
              "install Knative Serving 1.15 or newer with an ingress, such as Kourier: nothing runs without it"),
          new Engine(
              "Knative's Kafka components (Broker class, source, channel, sink)",
              part -> part.kind().startsWith("Kafka"),
              "install them beside Knative Eventing 1.22, or deploy without a Broker: --set eventing.brokerClass=none"),
          new Engine(
              "Knative Eventing",
              part -> part.group().endsWith("knative.dev"),
              "install Knative Eventing 1.22, or deploy without a Broker: --set eventing.brokerClass=none"),
          new Engine(
              "Argo Workflows",
              part -> part.group().equals("argoproj.io"),
              "install Argo Workflows 3.7, or deploy without the wiring argo: --set argo.enabled=false"),
          new Engine(
              "the Prometheus operator",
              part -> part.group().equals("monitoring.coreos.com"),
              "install it, or deploy without monitors: --set monitoring.enabled=false"));

  private EngineMissing() {}

  /**
   * @param isServed whether the cluster knows kind and version of a part
   */
  public static List<Finding> in(Collection<Part> parts, Predicate<Part> isServed) {
    Map<Engine, String> missing =
        parts.stream()
            .filter(isServed.negate())
            .collect(
                Collectors.groupingBy(
                    EngineMissing::of,
                    LinkedHashMap::new,
                    Collectors.mapping(
                        Part::kind,
                        Collectors.collectingAndThen(
                            Collectors.toCollection(TreeSet::new),
                            kinds -> String.join(", ", kinds)))));
    return missing.entrySet().stream()
        .map(
            engine ->
                Finding.bad(
                    "engine",
                    "%s: not installed; the cluster knows no %s"
                        .formatted(engine.getKey().name(), engine.getValue()),
                    engine.getKey().next()))
        .toList();
  }

  private static Engine of(Part part) {
    return ENGINES.stream()
        .filter(engine -> engine.brings().test(part))
        .findFirst()
        .orElseGet(
            () ->
                new Engine(
                    part.apiVersion(),
                    any -> true,
                    "is the cluster as new as the chart wants? kubectl api-resources"));
  }
}
