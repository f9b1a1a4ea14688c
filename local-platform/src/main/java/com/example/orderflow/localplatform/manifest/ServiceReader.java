package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.serving.Scaling;
import com.example.orderflow.localplatform.serving.ServiceSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads {@code serving.knative.dev/v1 Service}. */
final class ServiceReader {
  private static final String AUTOSCALING = "autoscaling.knative.dev/";

  private ServiceReader() {}

  static ServiceManifest read(ManifestNode document, String name) {
    ManifestNode service = document.field("spec");
    ManifestNode template = service.field("template");
    service.refuseTheRest();
    Scaling scaling = scaling(template.field("metadata"));
    ManifestNode pod = template.field("spec");
    template.refuseTheRest();
    ServiceSpec defaults = ServiceSpec.of(name, "unset").withScaling(scaling);
    int concurrency =
        pod.optional("containerConcurrency").map(node -> node.integer(0, 1_000)).orElse(0);
    Duration timeout =
        pod.optional("timeoutSeconds")
            .map(node -> Duration.ofSeconds(node.integer(1, 600)))
            .orElse(defaults.timeout());
    pod.accept("automountServiceAccountToken", "there is no API server");
    pod.accept("enableServiceLinks", "there are no service links");
    pod.accept("volumes", "the processes share the machine's file system");
    List<ManifestNode> containers = pod.field("containers").items();
    if (containers.size() != 1) {
      throw pod.refuse("containers: %d; one is interpreted".formatted(containers.size()));
    }
    pod.refuseTheRest();
    return container(
        containers.getFirst(),
        defaults.withContainerConcurrency(concurrency).withTimeout(timeout),
        document);
  }

  private static Scaling scaling(ManifestNode metadata) {
    Scaling scaling = Scaling.DEFAULT;
    ManifestNode annotations = metadata.field("annotations");
    for (var entry : annotations.entries().entrySet()) {
      ManifestNode value = entry.getValue();
      String key = entry.getKey();
      scaling =
          switch (key.startsWith(AUTOSCALING) ? key.substring(AUTOSCALING.length()) : key) {
            case "class" -> only(value, "kpa.autoscaling.knative.dev", scaling);
            case "metric" -> only(value, "concurrency", scaling);
            case "min-scale" -> scaling.withMinScale(value.integer(0, 1_000));
            case "max-scale" -> scaling.withMaxScale(value.integer(0, 1_000));
            case "target" -> scaling.withTarget(value.integer(1, 1_000));
            case "target-utilization-percentage" ->
                new Scaling(
                    scaling.minScale(),
                    scaling.maxScale(),
                    scaling.target(),
                    value.integer(1, 100) / 100.0,
                    scaling.window());
            case "window" -> scaling.withWindow(seconds(value));
            default -> throw value.refuse("is not interpreted by the local platform");
          };
    }
    metadata.refuseTheRest();
    return scaling;
  }

  private static Scaling only(ManifestNode value, String known, Scaling scaling) {
    if (!value.text().equals(known)) {
      throw value.refuse(
          "\"%s\" is not interpreted; the local platform knows \"%s\""
              .formatted(value.text(), known));
    }
    return scaling;
  }

  /** Knative states the window in Go's notation; whole seconds from 6s to 1h are its bounds. */
  private static Duration seconds(ManifestNode value) {
    if (value.text().matches("[0-9]{1,4}s")) {
      Duration window = Duration.parse("PT" + value.text());
      if (window.toSeconds() >= 6 && window.toSeconds() <= 3_600) {
        return window;
      }
    }
    throw value.refuse("\"%s\" is no time from 6s to 3600s".formatted(value.text()));
  }

  private static ServiceManifest container(
      ManifestNode container, ServiceSpec pod, ManifestNode document) {
    container.accept("name", "a process needs none");
    container.accept("ports", "a free port is given in PORT, as Knative does");
    container.accept("livenessProbe", "a process that ended is started anew");
    container.accept("resources", "the processes share the machine");
    container.accept("securityContext", "the processes run as whoever starts the platform");
    container.accept("volumeMounts", "the processes share the machine's file system");
    String image = container.field("image").text();
    String readiness =
        container.optional("readinessProbe").map(ServiceReader::probed).orElse(pod.readinessPath());
    Map<String, EnvValue> env = new LinkedHashMap<>();
    container
        .optional("env")
        .ifPresent(
            list ->
                list.items()
                    .forEach(entry -> env.put(entry.field("name").text(), variable(entry))));
    container.refuseTheRest();
    ServiceSpec spec =
        new ServiceSpec(
            pod.name(),
            image,
            Map.of(),
            pod.containerConcurrency(),
            pod.timeout(),
            readiness,
            pod.scaling());
    return new ServiceManifest(spec, env, document.file().toString());
  }

  /**
   * Probed every few milliseconds until it is ready, so how often a cluster does it is no matter.
   */
  private static String probed(ManifestNode probe) {
    probe.accept("initialDelaySeconds", "a start is not delayed");
    probe.accept("periodSeconds", "probed all the time until ready");
    probe.accept("timeoutSeconds", "a start has one limit in all");
    probe.accept("successThreshold", "ready is ready");
    probe.accept("failureThreshold", "a start has one limit in all");
    ManifestNode get = probe.field("httpGet");
    get.accept("port", "the program has one port");
    String path = get.field("path").text();
    get.refuseTheRest();
    probe.refuseTheRest();
    return path;
  }

  private static EnvValue variable(ManifestNode entry) {
    EnvValue value =
        entry
            .optional("value")
            .<EnvValue>map(text -> new EnvValue.Literal(text.text()))
            .orElseGet(() -> reference(entry.field("valueFrom")));
    entry.refuseTheRest();
    return value;
  }

  private static EnvValue reference(ManifestNode from) {
    EnvValue value =
        from.optional("secretKeyRef")
            .map(ref -> named(ref, EnvValue.SecretKey::new))
            .orElseGet(() -> named(from.field("configMapKeyRef"), EnvValue.ConfigMapKey::new));
    from.refuseTheRest();
    return value;
  }

  private static EnvValue named(ManifestNode ref, BiFunction<String, String, EnvValue> value) {
    EnvValue read = value.apply(ref.field("name").text(), ref.field("key").text());
    ref.refuseTheRest();
    return read;
  }
}
