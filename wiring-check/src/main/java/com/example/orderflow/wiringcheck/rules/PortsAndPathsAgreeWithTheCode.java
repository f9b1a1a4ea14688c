package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.events.Channels;
import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Kind;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Resource;
import java.util.Map;
import java.util.stream.Stream;

/** A port or path where nobody listens: pods that never become ready, or events that get 404. */
final class PortsAndPathsAgreeWithTheCode implements Rule {
  /** Where every program listens unless PORT says otherwise. */
  static final String PORT = "8080";

  /** Where the order service takes the event of a PingSource. */
  static final String SWEEPS = "/sweeps";

  private static final Map<String, String> PROBES =
      Map.of("readinessProbe", "/q/health/ready", "livenessProbe", "/q/health/live");

  @Override
  public String id() {
    return "port-or-path";
  }

  @Override
  public String sentence() {
    return "Ports and paths are those that the programs listen on.";
  }

  @Override
  public Stream<Finding> check(Manifests manifests) {
    return Stream.of(
            programs(manifests).flatMap(this::probes),
            programs(manifests).flatMap(this::port),
            manifests.all(Kind.SERVICE).flatMap(service -> target(service, manifests)),
            manifests.all(Kind.SEQUENCE).flatMap(this::steps),
            manifests.all(Kind.PING_SOURCE).flatMap(this::sweeps))
        .flatMap(findings -> findings);
  }

  private static Stream<Pod> programs(Manifests manifests) {
    return Stream.concat(manifests.all(Kind.FUNCTION), manifests.all(Kind.DEPLOYMENT))
        .flatMap(resource -> Pod.of(resource).stream());
  }

  private Stream<Finding> probes(Pod pod) {
    return pod.containers().stream()
        .flatMap(
            container ->
                PROBES.entrySet().stream()
                    .filter(
                        probe ->
                            container
                                .text(probe.getKey(), "httpGet", "path")
                                .filter(probe.getValue()::equals)
                                .isEmpty())
                    .map(
                        probe ->
                            error(
                                container.placeOf(probe.getKey(), "httpGet", "path"),
                                "%s: its %s does not ask %s"
                                    .formatted(pod.owner(), probe.getKey(), probe.getValue()),
                                "set %s: {httpGet: {path: %s}}"
                                    .formatted(probe.getKey(), probe.getValue()))));
  }

  private Stream<Finding> port(Pod pod) {
    String port = pod.env("PORT").orElse(PORT);
    return pod.owner().is(Kind.FUNCTION)
        ? Stream.empty() // Knative tells the program its containerPort
        : pod.containers().stream()
            .flatMap(container -> container.items("ports").stream())
            .filter(stated -> !stated.text("containerPort").orElse("").equals(port))
            .map(
                stated ->
                    error(
                        stated.placeOf("containerPort"),
                        "%s: the program listens on %s".formatted(pod.owner(), port),
                        "set containerPort: %s".formatted(port)));
  }

  private Stream<Finding> target(Resource service, Manifests manifests) {
    Map<String, String> selector = service.node().texts("spec", "selector");
    return Pod.all(manifests)
        .filter(
            pod -> !selector.isEmpty() && labels(pod).entrySet().containsAll(selector.entrySet()))
        .flatMap(
            pod ->
                service.node().items("spec", "ports").stream()
                    .filter(port -> port.text("targetPort").isPresent())
                    .filter(port -> !listens(pod, port.text("targetPort").orElseThrow()))
                    .map(
                        port ->
                            error(
                                port.placeOf("targetPort"),
                                "%s leads to port %s of %s, where no container listens"
                                    .formatted(
                                        service,
                                        port.text("targetPort").orElseThrow(),
                                        pod.owner()),
                                "set targetPort to a containerPort of its pods")));
  }

  private static Map<String, String> labels(Pod pod) {
    return pod.owner().node().texts("spec", "template", "metadata", "labels");
  }

  private static boolean listens(Pod pod, String port) {
    return pod.containers().stream()
        .flatMap(container -> container.items("ports").stream())
        .anyMatch(
            stated ->
                stated.text("containerPort").filter(port::equals).isPresent()
                    || stated.text("name").filter(port::equals).isPresent());
  }

  private Stream<Finding> steps(Resource sequence) {
    return sequence.node().items("spec", "steps").stream()
        .filter(step -> step.text("uri").filter(Channels.RAILWAY_PATH::equals).isEmpty())
        .map(
            step ->
                error(
                    step.placeOf("uri"),
                    "%s: a step does not call %s: there, a function refuses what is not for it, and a rejected order becomes a dead letter"
                        .formatted(sequence, Channels.RAILWAY_PATH),
                    "set uri: " + Channels.RAILWAY_PATH));
  }

  private Stream<Finding> sweeps(Resource source) {
    return source.node().text("spec", "sink", "uri").filter(SWEEPS::equals).isPresent()
        ? Stream.empty()
        : Stream.of(
            error(
                source.node().placeOf("spec", "sink", "uri"),
                "%s does not call %s, the only path that takes its event".formatted(source, SWEEPS),
                "set spec.sink.uri: " + SWEEPS));
  }
}
