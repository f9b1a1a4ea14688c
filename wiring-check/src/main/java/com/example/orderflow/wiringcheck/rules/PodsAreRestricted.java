package com.example.orderflow.wiringcheck.rules;

import com.example.orderflow.wiringcheck.Finding;
import com.example.orderflow.wiringcheck.manifest.Manifests;
import com.example.orderflow.wiringcheck.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The namespace enforces Pod Security "restricted": another pod is refused. Beyond it: a root file
 * system that nobody writes, and no token of an account that is not used.
 */
final class PodsAreRestricted implements Rule {
  /** What a container or its pod has to say, and what. */
  private static final Map<String, String> STATED =
      Map.of("runAsNonRoot", "true", "seccompProfile.type", "RuntimeDefault");

  /** What only a container can say. */
  private static final Map<String, String> OF_CONTAINERS =
      Map.of("allowPrivilegeEscalation", "false", "readOnlyRootFilesystem", "true");

  private static final List<String> OF_THE_HOST = List.of("hostNetwork", "hostPID", "hostIPC");

  @Override
  public String id() {
    return "pod-not-restricted";
  }

  @Override
  public String sentence() {
    return "Every pod passes Pod Security \"restricted\", writes only to volumes and holds no token.";
  }

  @Override
  public Stream<Finding> check(Manifests manifests) {
    return Pod.all(manifests).flatMap(pod -> pod(pod).stream());
  }

  private List<Finding> pod(Pod pod) {
    List<Finding> findings = new ArrayList<>();
    if (pod.spec().text("automountServiceAccountToken").filter("false"::equals).isEmpty()) {
      findings.add(finding(pod, pod.spec(), "automountServiceAccountToken: false"));
    }
    for (String host : OF_THE_HOST) {
      if (pod.spec().text(host).filter("true"::equals).isPresent()) {
        findings.add(finding(pod, pod.spec().at(host).orElseThrow(), host + ": false"));
      }
    }
    for (Node volume : pod.spec().items("volumes")) {
      if (volume.at("hostPath").isPresent()) {
        findings.add(finding(pod, volume, "another volume than hostPath, such as emptyDir"));
      }
    }
    pod.containers().forEach(container -> container(pod, container, findings));
    return findings;
  }

  private void container(Pod pod, Node container, List<Finding> findings) {
    STATED.forEach(
        (field, value) -> {
          String[] path = ("securityContext." + field).split("\\.");
          Optional<String> stated = container.text(path).or(() -> pod.spec().text(path));
          if (stated.filter(value::equals).isEmpty()) {
            findings.add(finding(pod, container, "securityContext.%s: %s".formatted(field, value)));
          }
        });
    OF_CONTAINERS.forEach(
        (field, value) -> {
          if (container.text("securityContext", field).filter(value::equals).isEmpty()) {
            findings.add(finding(pod, container, "securityContext.%s: %s".formatted(field, value)));
          }
        });
    boolean dropsAll =
        container.items("securityContext", "capabilities", "drop").stream()
            .anyMatch(dropped -> dropped.plain().equals("ALL"));
    boolean adds = !container.items("securityContext", "capabilities", "add").isEmpty();
    if (!dropsAll || adds) {
      findings.add(
          finding(pod, container, "securityContext.capabilities: {drop: [ALL]} and no add"));
    }
  }

  private Finding finding(Pod pod, Node at, String missing) {
    return error(
        at.placeOf("securityContext"),
        "%s: a pod without %s is not restricted".formatted(pod.owner(), missing),
        "set " + missing);
  }
}
