package com.example.orderflow.localplatform.manifest;

import com.example.orderflow.localplatform.serving.Scaling;
import com.example.orderflow.localplatform.serving.ServiceSpec;
import java.time.Duration;
import java.util.Map;

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
    int concurrency =
        pod.optional("containerConcurrency").map(node -> node.integer(0, 1_000)).orElse(0);
    Duration timeout =
        pod.optional("timeoutSeconds")
            .map(node -> Duration.ofSeconds(node.integer(1, 600)))
            .orElse(ServiceSpec.DEFAULT_TIMEOUT);
    Container container = Container.of(pod);
    return new ServiceManifest(
        new ServiceSpec(
            name,
            container.image(),
            Map.of(),
            concurrency,
            timeout,
            container.readinessPath().orElse(ServiceSpec.DEFAULT_READINESS_PATH),
            scaling),
        container.env());
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
            case "initial-scale" -> scaling.withInitialScale(value.integer(0, 1_000));
            case "min-scale" -> scaling.withMinScale(value.integer(0, 1_000));
            case "max-scale" -> scaling.withMaxScale(value.integer(0, 1_000));
            case "target" -> scaling.withTarget(value.integer(1, 1_000));
            case "target-utilization-percentage" ->
                scaling.withTargetUtilization(value.integer(1, 100) / 100.0);
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
}
