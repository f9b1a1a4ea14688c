package com.example.orderflow.cli.cluster;

import com.example.orderflow.cli.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a release is not ready.
 *
 * <pre>
 *   what the namespace holds ─► each cause that is known ─► findings, one for each part and cause
 *                                        └─ none for a part? ─► what the part says of itself
 * </pre>
 */
public final class Diagnosis {
  private static final List<Cause> CAUSES =
      List.of(
          new ImageNotPulled(),
          new Unschedulable(),
          new ConfigurationMissing(),
          new PodsRefused(),
          new CrashLoop(),
          new FailingProbe(),
          new JobFails());

  private Diagnosis() {}

  public static List<Finding> of(Observed observed) {
    List<Finding> findings = new ArrayList<>();
    for (Cause cause : CAUSES) {
      // Two pods of a part fail alike: one line says it.
      Map<String, Finding> byPart = new LinkedHashMap<>();
      cause.in(observed).forEach(finding -> byPart.putIfAbsent(finding.about(), finding));
      findings.addAll(byPart.values());
    }
    for (Part part : observed.parts()) {
      if (findings.stream().noneMatch(finding -> finding.about().equals(part.name()))) {
        observed.missing(part).map(why -> ownWords(part, why)).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Finding ownWords(Part part, String why) {
    return Finding.note(
        part.name(),
        "%s: %s".formatted(part.kind(), why),
        "kubectl describe %s %s".formatted(Kubectl.kind(part), part.name()));
  }
}
