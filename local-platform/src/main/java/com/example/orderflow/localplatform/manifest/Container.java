package com.example.orderflow.localplatform.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The one container of a pod, as far as it means something for a process.
 *
 * @param readinessPath of its {@code readinessProbe}, if it has one
 */
record Container(String image, Optional<String> readinessPath, Environment env) {

  /** Reads {@code containers} of a pod, and what stands beside it. */
  static Container of(ManifestNode pod) {
    pod.accept("automountServiceAccountToken", "there is no API server");
    pod.accept("enableServiceLinks", "there are no service links");
    pod.accept("securityContext", "the processes run as whoever starts the platform");
    pod.accept("volumes", "the processes share the machine's file system");
    List<ManifestNode> containers = pod.field("containers").items();
    if (containers.size() != 1) {
      throw pod.refuse("containers: %d; one is interpreted".formatted(containers.size()));
    }
    pod.refuseTheRest();
    return read(containers.getFirst());
  }

  private static Container read(ManifestNode container) {
    container.accept("name", "a process needs none");
    container.accept("ports", "a free port is given in PORT, as Knative does");
    container.accept("livenessProbe", "a process that ended is started anew");
    container.accept("resources", "the processes share the machine");
    container.accept("securityContext", "the processes run as whoever starts the platform");
    container.accept("volumeMounts", "the processes share the machine's file system");
    Container read =
        new Container(
            container.field("image").text(),
            container.optional("readinessProbe").map(Container::probed),
            environment(container));
    container.refuseTheRest();
    return read;
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

  private static Environment environment(ManifestNode container) {
    Map<String, EnvValue> variables = new LinkedHashMap<>();
    for (ManifestNode entry :
        container.optional("env").map(ManifestNode::items).orElse(List.of())) {
      variables.put(entry.field("name").text(), variable(entry));
    }
    return new Environment(variables, container.file().toString());
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
            .or(() -> from.optional("fieldRef").map(Container::field))
            .orElseGet(() -> named(from.field("configMapKeyRef"), EnvValue.ConfigMapKey::new));
    from.refuseTheRest();
    return value;
  }

  private static EnvValue field(ManifestNode ref) {
    String path = ref.field("fieldPath").text();
    if (!path.equals("metadata.namespace")) {
      throw ref.refuse("fieldPath: %s; metadata.namespace is interpreted".formatted(path));
    }
    ref.refuseTheRest();
    return new EnvValue.PodNamespace();
  }

  private static EnvValue named(ManifestNode ref, BiFunction<String, String, EnvValue> value) {
    EnvValue read = value.apply(ref.field("name").text(), ref.field("key").text());
    ref.refuseTheRest();
    return read;
  }
}
