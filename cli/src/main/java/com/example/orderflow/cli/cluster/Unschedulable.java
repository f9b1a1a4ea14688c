package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import java.util.stream.Stream;

/** No node takes the pod. */
final class Unschedulable implements Cause {

  @Override
  public Stream<Finding> in(Observed observed) {
    return observed
        .awaitedPods()
        .flatMap(
            pod ->
                pod.getStatus().getConditions().stream()
                    .filter(condition -> "Unschedulable".equals(condition.getReason()))
                    .map(
                        condition ->
                            Finding.bad(
                                Observed.partOf(pod),
                                "no node takes its pod: " + condition.getMessage(),
                                nextStep(condition.getMessage()))));
  }

  private static String nextStep(String why) {
    if (why.contains("Insufficient")) {
      return "add a node, or ask for less: functions.defaults.resources.requests, orchestration.resources.requests; see kubectl describe nodes";
    }
    if (why.contains("PersistentVolumeClaim") || why.contains("persistentvolumeclaim")) {
      return "is there a default storage class? kubectl get storageclass,pvc";
    }
    return "kubectl describe nodes: do taints or labels keep pods away?";
  }
}
